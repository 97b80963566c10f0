package io.zhengxun.registry.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start without usable keys into two clear sentences. */
class UnusableKeysAnalyzer extends AbstractFailureAnalyzer<UnusableKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeys cause) {
        return new FailureAnalysis(
                "Personal data could not be protected: " + cause.getMessage(), cause.remedy(), cause);
    }
}
