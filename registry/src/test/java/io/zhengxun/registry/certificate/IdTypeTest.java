package io.zhengxun.registry.certificate;

import static io.zhengxun.registry.certificate.Numbers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C2. */
class IdTypeTest {

    @ParameterizedTest
    @CsvSource({
        "居民身份证, RESIDENT_ID",
        "身份证, RESIDENT_ID",
        " 居民 身份证 , RESIDENT_ID",
        "港澳台居民居住证, RESIDENCE_PERMIT",
        "港澳居民来往内地通行证, HONG_KONG_MACAO_PERMIT",
        "回乡证, HONG_KONG_MACAO_PERMIT",
        "台湾居民来往大陆通行证, TAIWAN_PERMIT",
        "台胞证, TAIWAN_PERMIT",
        "外国人永久居留身份证, FOREIGNER_PERMANENT_RESIDENCE",
        "护照, PASSPORT",
    })
    void official_and_common_names_are_read(String typed, IdType type) {
        assertThat(IdType.read(typed).accepted()).contains(type);
    }

    @Test
    void any_other_document_is_a_flaw() {
        assertThat(codes(IdType.read("驾驶证"))).containsExactly("id-type.unknown");
        assertThat(codes(IdType.read(null))).containsExactly("id-type.unknown");
    }
}
