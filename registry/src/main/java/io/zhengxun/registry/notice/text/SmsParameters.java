package io.zhengxun.registry.notice.text;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a text message's template at a provider: every value as short as a {@code thing} of WeChat's, which the
 * providers take (Aliyun: 35 characters), and never a link, which they refuse. A mapping names one of our values for each of
 * the provider's parameters.
 */
public final class SmsParameters {

    private SmsParameters() {}

    /** In the mapping's order; what is missing is 无. */
    public static LinkedHashMap<String, String> of(NoticeText text, Map<String, String> mapping) {
        LinkedHashMap<String, String> parameters = new LinkedHashMap<>();
        mapping.forEach((name, source) -> parameters.put(
                name, PlatformType.THING.fit(text.values().getOrDefault(source, NoticeValue.of(NoticeValue.Type.WORDS, "")))));
        return parameters;
    }

    /** What is wrong with a mapping, in sentences for whoever configures it. */
    public static List<String> flaws(NoticeKind kind, Map<String, String> mapping) {
        List<String> flaws = new ArrayList<>();
        mapping.forEach((name, source) -> {
            if (!PlatformFields.values(kind).containsKey(source)) {
                flaws.add("Parameter " + name + " of the text message of " + kind + ": there is no value " + source
                        + "; there are " + PlatformFields.values(kind).keySet() + ".");
            }
        });
        return flaws;
    }
}
