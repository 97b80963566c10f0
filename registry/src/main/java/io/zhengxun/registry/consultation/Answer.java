package io.zhengxun.registry.consultation;

import java.time.Instant;

/** What staff answered, as the person is to read it; held in the open only on its way there (Q6). */
public record Answer(String number, String text, Instant at) {

    @Override
    public String toString() {
        return "Answer[" + number + "]";
    }
}
