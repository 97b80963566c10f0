package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.refusal.Refusal;
import java.time.Duration;

/** So many notices lie in the period that counting them would keep the database from sending. */
public class StatisticsTooLong extends Refusal {

    private static final long serialVersionUID = 1L;

    StatisticsTooLong(Duration limit) {
        super(Kind.CONFLICT, "statistics-too-long", "", String.valueOf(limit.toSeconds()));
    }
}
