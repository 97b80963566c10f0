package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.DueDate;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a certificate or its batch has come (Q4).
 *
 * @param since the legal day on which it came to its stage
 * @param due by when the desk owes the next step; empty where no deadline runs or its clock has not started (T4)
 */
public record Progress(Stage stage, Desk desk, LocalDate since, Optional<DueDate> due) {}
