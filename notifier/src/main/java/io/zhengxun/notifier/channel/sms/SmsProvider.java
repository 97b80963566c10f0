package io.zhengxun.notifier.channel.sms;

import cn.hutool.json.JSONObject;
import io.zhengxun.notifier.channel.Outcome.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dromara.sms4j.aliyun.config.AlibabaConfig;
import org.dromara.sms4j.aliyun.service.AlibabaSmsImpl;
import org.dromara.sms4j.api.SmsBlend;
import org.dromara.sms4j.provider.config.BaseConfig;
import org.dromara.sms4j.tencent.config.TencentConfig;
import org.dromara.sms4j.tencent.service.TencentSmsImpl;

/** Who sends text messages, and what its codes mean: by their beginning, the first that fits. */
enum SmsProvider {
    /** https://help.aliyun.com/zh/sms/developer-reference/api-error-codes */
    ALIYUN {
        @Override
        SmsBlend connect(SmsSettings settings) {
            AlibabaConfig config = withKeys(new AlibabaConfig(), settings);
            if (!settings.endpoint().isBlank()) {
                config.setRequestUrl(settings.endpoint());
            }
            return new AlibabaSmsImpl(config, Runnable::run, null);
        }

        @Override
        Reply reply(JSONObject said) {
            return new Reply(text(said, "Code"), text(said, "BizId"), text(said, "RequestId"));
        }

        @Override
        Map<String, Result> meanings() {
            Map<String, Result> codes = new LinkedHashMap<>();
            codes.put("OK", Result.ACCEPTED);
            codes.put("isv.BUSINESS_LIMIT_CONTROL", Result.RECIPIENT_RATE);
            codes.put("isv.DAY_LIMIT_CONTROL", Result.QUOTA);
            codes.put("isv.MONTH_LIMIT_CONTROL", Result.QUOTA);
            codes.put("isv.MOBILE_", Result.RECIPIENT);
            codes.put("isv.SMS_TEMPLATE", Result.TEMPLATE);
            codes.put("isv.TEMPLATE", Result.TEMPLATE);
            codes.put("isv.INVALID_", Result.TEMPLATE);
            codes.put("isv.SMS_SIGN", Result.ACCOUNT);
            codes.put("isv.AMOUNT_NOT_ENOUGH", Result.ACCOUNT);
            codes.put("isv.OUT_OF_SERVICE", Result.ACCOUNT);
            codes.put("isv.ACCOUNT", Result.ACCOUNT);
            codes.put("isv.PRODUCT", Result.ACCOUNT);
            codes.put("isp.RAM_PERMISSION_DENY", Result.ACCOUNT);
            codes.put("InvalidAccessKeyId", Result.ACCOUNT);
            codes.put("SignatureDoesNotMatch", Result.ACCOUNT);
            codes.put("Forbidden", Result.ACCOUNT);
            codes.put("Throttling", Result.RATE);
            codes.put("isp.", Result.TRANSIENT);
            codes.put("ServiceUnavailable", Result.TRANSIENT);
            codes.put("InternalError", Result.TRANSIENT);
            return codes;
        }
    },
    /** https://cloud.tencent.com/document/product/382/59177 */
    TENCENT {
        @Override
        SmsBlend connect(SmsSettings settings) {
            TencentConfig config = withKeys(new TencentConfig(), settings);
            config.setSdkAppId(settings.sdkAppId());
            if (!settings.endpoint().isBlank()) {
                config.setRequestUrl(settings.endpoint());
            }
            return new TencentSmsImpl(config, Runnable::run, null);
        }

        @Override
        Reply reply(JSONObject said) {
            String refused = text(said, "Response.Error.Code");
            String code = refused.isEmpty() ? text(said, "Response.SendStatusSet[0].Code") : refused;
            return new Reply(code, text(said, "Response.SendStatusSet[0].SerialNo"), text(said, "Response.RequestId"));
        }

        @Override
        Map<String, Result> meanings() {
            Map<String, Result> codes = new LinkedHashMap<>();
            codes.put("Ok", Result.ACCEPTED);
            codes.put("LimitExceeded.PhoneNumber", Result.RECIPIENT_RATE);
            codes.put("LimitExceeded.App", Result.QUOTA);
            codes.put("LimitExceeded", Result.RATE);
            codes.put("RequestLimitExceeded", Result.RATE);
            codes.put("FailedOperation.PhoneNumber", Result.RECIPIENT);
            codes.put("InvalidParameterValue.IncorrectPhoneNumber", Result.RECIPIENT);
            codes.put("UnsupportedOperation", Result.RECIPIENT);
            codes.put("FailedOperation.Template", Result.TEMPLATE);
            codes.put("FailedOperation.Signature", Result.ACCOUNT);
            codes.put("FailedOperation.InsufficientBalance", Result.ACCOUNT);
            codes.put("InvalidParameterValue.SdkAppIdNotExist", Result.ACCOUNT);
            codes.put("AuthFailure", Result.ACCOUNT);
            codes.put("UnauthorizedOperation", Result.ACCOUNT);
            codes.put("InternalError", Result.TRANSIENT);
            return codes;
        }
    };

    /**
     * What it answered.
     *
     * @param messageId of an accepted message, else empty
     */
    record Reply(String code, String messageId, String requestId) {}

    /** Sends in the calling thread, once, without a second try of its own. */
    abstract SmsBlend connect(SmsSettings settings);

    abstract Reply reply(JSONObject said);

    abstract Map<String, Result> meanings();

    /** An unknown code is one against the message: never tried again (wechat-platform.md 6.5 decides alike). */
    Result meaning(String code) {
        return meanings().entrySet().stream()
                .filter(meaning -> code.startsWith(meaning.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Result.CONTENT);
    }

    private static <C extends BaseConfig> C withKeys(C config, SmsSettings settings) {
        config.setAccessKeyId(settings.accessKeyId());
        config.setAccessKeySecret(settings.accessKeySecret());
        config.setSignature(settings.signature());
        config.setMaxRetries(0);
        return config;
    }

    private static String text(JSONObject said, String path) {
        return Optional.ofNullable(said.getByPath(path)).map(Object::toString).orElse("");
    }
}
