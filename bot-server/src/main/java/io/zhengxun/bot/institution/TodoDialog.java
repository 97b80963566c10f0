package io.zhengxun.bot.institution;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.understanding.intent.Intent;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells contacts what their own institution or centre has to do, the overdue first; who is no contact learns how to become one. */
@Component
class TodoDialog implements GuidedDialog {

    private final Contacts contacts;
    private final TodoList todo;
    private final InstitutionText text;

    TodoDialog(Contacts contacts, TodoList todo, InstitutionText text) {
        this.contacts = contacts;
        this.todo = todo;
        this.text = text;
    }

    @Override
    public String kind() {
        return "todo";
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.TODO);
    }

    @Override
    public Step begin(Said said) {
        List<Contact> own = contacts.boundTo(said.user().value());
        return Step.ending(own.isEmpty() ? text.howToBind() : todo.of(own));
    }

    @Override
    public Step next(DialogState state, Said said) {
        return begin(said);
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return false;
    }
}
