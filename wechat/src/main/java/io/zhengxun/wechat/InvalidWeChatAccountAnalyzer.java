package io.zhengxun.wechat;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which variable to set; before Spring's own analyzer, which would show the bound values. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidWeChatAccountAnalyzer extends AbstractFailureAnalyzer<InvalidWeChatAccount> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidWeChatAccount cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set it in the environment as it stands in WeChat's console (mp.weixin.qq.com, server settings).",
                // The cause stays out: its chain could print settings.
                null);
    }
}
