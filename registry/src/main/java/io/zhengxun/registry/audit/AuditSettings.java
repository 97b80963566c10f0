package io.zhengxun.registry.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param chains how many of the {@link Chains#COUNT} chains this instance appends to */
@ConfigurationProperties("zhengxun.audit")
public record AuditSettings(@DefaultValue("16") int chains) {

    public AuditSettings {
        if (chains < 1 || chains > Chains.COUNT) {
            throw new IllegalArgumentException("zhengxun.audit.chains must be from 1 to " + Chains.COUNT + ".");
        }
    }
}
