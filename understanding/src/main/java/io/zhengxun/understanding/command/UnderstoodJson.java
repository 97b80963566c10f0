package io.zhengxun.understanding.command;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.understanding.Understanding;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Guess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One utterance and what was made of it, as a line of JSON. In the clear: it goes back to whoever typed it, and nowhere else. */
final class UnderstoodJson {

    private static final double PRECISION = 10_000;

    private UnderstoodJson() {}

    static String of(Understanding understanding, String line) {
        String text = line.replace("\\n", "\n");
        Understood understood = understanding.read(text);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", text);
        json.put("intent", understood.intent().code());
        json.put("score", rounded(understood.score()));
        json.put("alternatives", understood.alternatives().stream().map(UnderstoodJson::alternative).toList());
        json.put("fields", fields(text, understood.fields()));
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> alternative(Guess guess) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("intent", guess.intent().code());
        json.put("score", rounded(guess.score()));
        return json;
    }

    static Map<String, Object> fields(String text, TypedFields fields) {
        List<String> invalid = FieldReader.invalid(text);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("certNo", fields.number().flatMap(Reading::accepted).map(CertificateNumber::value).orElse(null));
        json.put("name", fields.name().flatMap(Reading::accepted).map(UnderstoodJson::written).orElse(null));
        json.put("idNumber", fields.idNumber().flatMap(Reading::accepted).map(IdNumber::plain).orElse(null));
        json.put("invalid", invalid);
        return json;
    }

    /** One kind of middle dot, whatever the keyboard gave. */
    private static String written(PersonName name) {
        return name.plain().replaceAll("(?<=\\p{IsHan})[•‧・.．](?=\\p{IsHan})", "·");
    }

    private static double rounded(double score) {
        return Math.round(score * PRECISION) / PRECISION;
    }
}
