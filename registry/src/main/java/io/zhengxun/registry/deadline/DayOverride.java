package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** A day that staff have set, and who did (T2). */
record DayOverride(LocalDate day, boolean working, String name, String setBy, Instant setAt) {}
