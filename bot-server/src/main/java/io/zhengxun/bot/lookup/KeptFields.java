package io.zhengxun.bot.lookup;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.understanding.field.TypedFields;
import java.util.Map;
import java.util.Optional;

/** The right fields of earlier messages, within the state of a dialog. */
public final class KeptFields {

    private static final String NUMBER = "number";
    private static final String NAME = "name";
    private static final String ID_TYPE = "idType";
    private static final String ID_NUMBER = "idNumber";

    private KeptFields() {}

    public static DialogState into(DialogState state, TypedFields fields) {
        DialogState kept = new DialogState(state.kind(), state.step(), Map.of());
        TypedFields right = fields.accepted();
        kept = with(kept, NUMBER, right.number().flatMap(Reading::accepted).map(CertificateNumber::value));
        kept = with(kept, NAME, right.name().flatMap(Reading::accepted).map(PersonName::plain));
        Optional<IdNumber> id = right.idNumber().flatMap(Reading::accepted);
        return with(with(kept, ID_TYPE, id.map(known -> known.type().name())), ID_NUMBER, id.map(IdNumber::plain));
    }

    public static TypedFields in(DialogState state) {
        return new TypedFields(
                given(state, NUMBER).map(CertificateNumber::read),
                given(state, NAME).map(PersonName::read),
                given(state, ID_NUMBER).map(id -> IdNumber.read(IdType.valueOf(state.given().get(ID_TYPE)), id)),
                false);
    }

    private static DialogState with(DialogState state, String name, Optional<String> value) {
        return value.map(known -> state.with(name, known)).orElse(state);
    }

    private static Optional<String> given(DialogState state, String name) {
        return Optional.ofNullable(state.given().get(name));
    }
}
