package io.zhengxun.registry.institution;

import io.zhengxun.registry.certificate.Level;
import java.util.Map;
import java.util.Set;

/**
 * What is filed for a new institution.
 *
 * @param scope the occupations and, for each, the levels that it may assess (C4)
 */
public record NewInstitution(
        String numberPrefix, String name, Tier tier, String regionCode, String phone, Map<String, Set<Level>> scope) {}
