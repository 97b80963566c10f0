package io.zhengxun.registry.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Field names and values as JSON text, in their order. */
final class Values {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private Values() {}

    static String json(Map<String, String> values) {
        return JSON.writeValueAsString(values);
    }

    /** Text that is no JSON any more was changed by somebody: it is shown as it is, under no name. */
    static Map<String, String> of(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JacksonException e) {
            return Map.of("", json);
        }
    }
}
