package io.zhengxun.admin.question;

import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.understanding.field.FieldReader;
import java.util.List;
import java.util.Objects;

/** Phrasings are kept for ever and go into the program: none may name anybody, by what the bot itself would find (Q6). */
final class NamelessPhrasings {

    private NamelessPhrasings() {}

    /**
     * @return the same
     * @throws FieldsRefused if one holds a name or a number that the bot would read as somebody's
     */
    static List<String> checked(List<String> phrasings) {
        if (phrasings != null
                && phrasings.stream().filter(Objects::nonNull).anyMatch(line -> !FieldReader.read(line).isEmpty())) {
            throw new FieldsRefused("Q6", List.of(FieldFlaw.of("phrasings", "phrasing.person")));
        }
        return phrasings;
    }
}
