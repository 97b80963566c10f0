package io.zhengxun.bot.page;

import io.zhengxun.registry.consultation.Answer;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.notice.Notice;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What staff answered, for who asked; the page is shown to nobody else. */
@Component
class AnswerContent {

    private final Consultations consultations;
    private final PageText text;

    AnswerContent(Consultations consultations, PageText text) {
        this.consultations = consultations;
        this.text = text;
    }

    void write(Notice notice, Html html) {
        String message = notice.facts().getOrDefault(AnsweringConsultation.MESSAGE, "");
        Optional<Answer> answer = message.isEmpty() ? Optional.empty() : consultations.answer(Long.parseLong(message));
        answer.ifPresentOrElse(
                found -> {
                    html.paragraph(text.of("ANSWER.number", found.number()));
                    found.text().lines().filter(line -> !line.isBlank()).forEach(html::paragraph);
                },
                () -> html.paragraph(text.of("ANSWER.gone")));
    }
}
