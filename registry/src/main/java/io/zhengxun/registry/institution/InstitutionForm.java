package io.zhengxun.registry.institution;

import java.util.List;

/**
 * What somebody wrote of a new institution: nothing is checked yet.
 *
 * @param tier null if none was chosen
 */
public record InstitutionForm(
        String numberPrefix, String name, Tier tier, String regionCode, String phone, List<ScopeLine> scope) {}
