package io.zhengxun.registry.issuance;

import io.zhengxun.registry.certificate.Level;
import java.time.LocalDate;

/**
 * An issuance as an institution registers it, checked.
 *
 * @param planNo number of the assessment plan, as the institution keeps it
 */
public record NewIssuance(String planNo, String occupation, Level level, int issuedCount, LocalDate issueDate) {}
