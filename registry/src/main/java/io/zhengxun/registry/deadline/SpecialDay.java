package io.zhengxun.registry.deadline;

import java.time.LocalDate;

/**
 * A day that is not what its place in the week says (T2): a holiday, or a weekend day made up for one (调休).
 *
 * @param name the holiday's Chinese name; for a make-up day, of the holiday that it makes up for
 */
public record SpecialDay(LocalDate day, boolean working, String name) {}
