package io.zhengxun.understanding.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Q1, C3a: any two fields, in any order and spelling; doubtful ones are named, never corrected. */
class FieldReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "陈建工", "张能", "爨甲子", "欧阳 甲子", "热依汗古丽", "阿卜杜·热合曼", "高兴旺", "陳甲子", "Ahmad Ali", "Suharto", "查甲子", "李也"
    })
    void an_answer_to_the_question_for_a_name_is_one(String typed) {
        assertThat(FieldReader.readAskedName(typed).name()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "嗯嗯", "客服", "那怎么办", "我不知道呀", "什么意思", "ok", "OK", "Hello", "zhengshu", "好的", "在吗", "查一下", "都没有", "点样查", "我想投诉",
        "多久上网", "跳过", "谢谢", "我找一下", "你们好", "唔知喎"
    })
    void what_else_is_said_in_its_place_is_none(String typed) {
        assertThat(FieldReader.readAskedName(typed).isEmpty()).isTrue();
    }

    private static final String NUMBER = "S000044010001253000001";
    private static final String NAME = "陈甲子";
    private static final String ID = "44009919900307019X";

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("陈甲子 S000044010001253000001", NUMBER, NAME, null),
                arguments("S000044010001253000001 陈甲子", NUMBER, NAME, null),
                arguments("S000044010001253000001陈甲子", NUMBER, NAME, null),
                arguments("陈甲子\nS000044010001253000001", NUMBER, NAME, null),
                arguments("陈甲子，s000044010001253000001", NUMBER, NAME, null),
                arguments("姓名：陈甲子\n证书编号：S000044010001253000001", NUMBER, NAME, null),
                arguments("证书编号S000044010001253000001姓名陈甲子", NUMBER, NAME, null),
                arguments("編號:S000044010001253000001 姓名:陈甲子", NUMBER, NAME, null),
                arguments("S0000 4401 0001 2530 0000 1 陈甲子", NUMBER, NAME, null),
                arguments("S0000-44-010001-25-3-000001 陈甲子", NUMBER, NAME, null),
                arguments("Ｓ００００４４０１０００１２５３０００００１　陈甲子", NUMBER, NAME, null),
                arguments("44009919900307019x 陈甲子", null, NAME, ID),
                arguments("陈甲子44009919900307019X", null, NAME, ID),
                arguments("我叫陈甲子，身份证号是44009919900307019X", null, NAME, ID),
                arguments("我是陈甲子 身份证440099 19900307 019X", null, NAME, ID),
                arguments("我的身份证号码：44009919900307019X，证书号：S000044010001253000001", NUMBER, null, ID),
                arguments("44009919900307019X S000044010001253000001", NUMBER, null, ID),
                arguments("S000044010001253000001 44009919900307019X", NUMBER, null, ID),
                arguments("４４００９９１９９００３０７０１９ｘ／陈甲子", null, NAME, ID),
                arguments("你好，帮我查一下陈甲子的证书 S000044010001253000001 谢谢", NUMBER, NAME, null),
                arguments("请问我的高级工证书 陈甲子 S000044010001253000001", NUMBER, NAME, null),
                arguments("陈甲子 S000044010001253000001 44009919900307019X", NUMBER, NAME, ID),
                arguments("姓名:阿依夏木·艾力 证件号码:44009919900307019X", null, "阿依夏木·艾力", ID),
                arguments("阿依夏木•艾力 44009919900307019X", null, "阿依夏木•艾力", ID),
                arguments("欧阳甲子 44009919900307019X", null, "欧阳甲子", ID),
                arguments("爨甲子 44009919900307019X", null, "爨甲子", ID),
                arguments("JOHN SAMPLE E12345678", null, "JOHN SAMPLE", "E12345678"),
                arguments("姓名：SAMPLE 护照号：E12345678", null, "SAMPLE", "E12345678"),
                arguments("H12345678 陈甲子", null, NAME, "H12345678"),
                arguments("台胞证 12345678 姓名 陈甲子", null, NAME, "12345678"),
                arguments("姓名：陈 甲子 证书编号：S000044010001253000001", NUMBER, NAME, null),
                arguments("陈 甲子 S000044010001253000001", NUMBER, NAME, null),
                arguments("欧阳 甲子　44009919900307019X", null, "欧阳甲子", ID),
                arguments("郭永和 S000044010001253000001", NUMBER, "郭永和", null),
                arguments("姓名：李和平 S000044010001253000001", NUMBER, "李和平", null),
                arguments("姓名：张能 44009919900307019X", null, "张能", ID),
                arguments("姓名：王了一 44009919900307019X", null, "王了一", ID),
                arguments("我叫李想 44009919900307019X", null, "李想", ID),
                arguments("查良镛 S000044010001253000001", NUMBER, "查良镛", null),
                arguments("李胜男 S000044010001253000001", NUMBER, "李胜男", null),
                arguments("姓名陈甲子性别男身份证号44009919900307019X", null, NAME, ID),
                arguments("姓名 陈甲子 性别 男 民族 汉 出生 1990年3月7日 公民身份号码 44009919900307019X", null, NAME, ID),
                arguments("我爸叫陈甲子，44009919900307019X", null, NAME, ID),
                arguments("帮陈甲子查一下 44009919900307019X", null, NAME, ID),
                arguments("S000044010001253000001 陈甲子，我明天要用", NUMBER, NAME, null),
                arguments("我叫陈甲子，我马上要用，S000044010001253000001", NUMBER, NAME, null),
                arguments("师傅你好 陈甲子 440099 1990 0307 019X 麻烦查下", null, NAME, ID),
                arguments("MARY ANN SAMPLE 护照 EA1234567", null, "MARY ANN SAMPLE", "EA1234567"),
                arguments("姓名：陈 甲 子 证书编号：S000044010001253000001", NUMBER, NAME, null),
                arguments("陈甲 子 S000044010001253000001", NUMBER, NAME, null),
                arguments("陈　甲　子\nS000044010001253000001", NUMBER, NAME, null),
                arguments("陈甲子 电工 S000044010001253000001", NUMBER, NAME, null),
                arguments("陈甲子嘅證書 44009919900307019X", null, NAME, ID),
                arguments("陈甲子先生 S000044010001253000001", NUMBER, NAME, null),
                arguments("S00004401000125300000144009919900307019X", NUMBER, null, ID),
                arguments("44009919900307019xS000044010001253000001陈甲子", NUMBER, NAME, ID),
                arguments("江门 陈甲子 S000044010001253000001", NUMBER, NAME, null),
                arguments("安全员 陈甲子 S000044010001253000001", NUMBER, NAME, null),
                arguments("高级 陈甲子 S000044010001253000001", NUMBER, NAME, null),
                arguments("我是陈甲子 S000044010001253000001 陈甲子", NUMBER, NAME, null),
                arguments("姓名S000044010001253000001 陈甲子", NUMBER, NAME, null),
                arguments("持证人S000044010001253000001，陈甲子", NUMBER, NAME, null),
                arguments("陈甲子\u200b S0000440100\u200b01253000001", NUMBER, NAME, null),
                arguments("①S000044010001253000001 ②陈甲子", NUMBER, NAME, null),
                arguments("编号 S⓪⓪⓪⓪④④⓪①⓪⓪⓪①②⑤③⓪⓪⓪⓪⓪①", NUMBER, null, null),
                arguments("please help me check S000044010001253000001", NUMBER, null, null),
                arguments("To Wai Ming passport E12345678", null, "To Wai Ming", "E12345678"),
                arguments("陈建工 44009919900307019X", null, "陈建工", ID),
                arguments("高兴 44009919900307019X", null, "高兴", ID),
                arguments("我老板叫陈甲子，电话13800000000，银行卡6222021234567890123", null, NAME, null),
                arguments("老王 44009919900307019X", null, null, ID),
                arguments("陈甲子", null, NAME, null),
                arguments("陈 甲子", null, NAME, null),
                arguments("我叫陈甲子", null, NAME, null),
                arguments("44009919900307019X", null, null, ID),
                arguments("S000044010001253000001", NUMBER, null, null),
                arguments("编号 S000044010001253000001", NUMBER, null, null));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void fields_are_found_in_any_order_and_spelling(String message, String number, String name, String id) {
        TypedFields fields = FieldReader.read(message);

        assertThat(fields.number().flatMap(Reading::accepted).map(CertificateNumber::value).orElse(null))
                .isEqualTo(number);
        assertThat(fields.name().flatMap(Reading::accepted).map(PersonName::plain).orElse(null)).isEqualTo(name);
        assertThat(fields.idNumber().flatMap(Reading::accepted).map(IdNumber::plain).orElse(null)).isEqualTo(id);
        assertThat(fields.isDoubtful()).isFalse();
        assertThat(fields.several()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "你好", "您好", "谢谢", "多谢晒", "查证书", "怎么查", "多久能上网", "收费吗", "证书查不到怎么办", "点解查唔到我本证",
        "hello", "？？？", "[微笑]", "123", "我的证书到哪一步了", "帮助", "转人工", "13800000000", "我那本证书呢", "我明天可以查吗", "时间", "何时可以查", "什么时候可以查到", "我要投诉"})
    void other_words_are_not_taken_for_fields(String message) {
        assertThat(FieldReader.read(message).isEmpty()).isTrue();
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                arguments("S00004401000125300000 陈甲子", "number"),
                arguments("S0000440100012530000012 陈甲子", "number"),
                arguments("S000044010001259000001 陈甲子", "number"),
                arguments("SO00044010001253000001 陈甲子", "number"),
                arguments("S00004401000l253000001 陈甲子", "number"),
                arguments("1234567890123456 陈甲子", "number"),
                arguments("440099199003070190 陈甲子", "id"),
                arguments("44009919900307019 陈甲子", "id"),
                arguments("44009919901307019X 陈甲子", "id"),
                arguments("4400991990O307019X 陈甲子", "id"),
                arguments("440099900307001 陈甲子", "id"),
                arguments("身份证号：4400991962 陈甲子", "id"),
                arguments("身份证：44009919 陈甲子", "id"),
                arguments("身份证号 12345 姓名 陈甲子", "id"),
                arguments("证书编号 12345 姓名 陈甲子", "number"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("doubtful")
    void a_field_wrong_in_itself_is_named_and_the_other_is_kept(String message, String kind) {
        TypedFields fields = FieldReader.read(message);

        assertThat(fields.numberFlaws().isEmpty()).isEqualTo(!kind.equals("number"));
        assertThat(fields.idNumberFlaws().isEmpty()).isEqualTo(!kind.equals("id"));
        assertThat(fields.accepted().name().flatMap(Reading::accepted).map(PersonName::plain)).contains(NAME);
        assertThat(fields.accepted().count()).isEqualTo(1);
    }

    @Test
    void the_doubtful_character_is_named_by_its_position() {
        assertThat(FieldReader.read("S000044010001259000001").numberFlaws())
                .extracting(Flaw::rule)
                .containsOnly("C3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"陈3", "陈甲子1", "陈a子", "陈*子", "Zhang三"})
    void a_wrong_character_in_an_announced_name_is_named(String name) {
        TypedFields fields = FieldReader.read("姓名：" + name + " S000044010001253000001");

        assertThat(fields.nameFlaws()).isNotEmpty();
        assertThat(fields.numberFlaws()).isEmpty();
        assertThat(fields.number()).isPresent();
    }

    @Test
    void the_character_named_is_the_one_that_was_typed() {
        assertThat(FieldReader.read("so00044010001253000001 陈甲子").numberFlaws())
                .flatExtracting(Flaw::arguments)
                .contains("o")
                .doesNotContain("O");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "44009919900307019X 440099199003070018",
        "S000044010001253000001 S000044010001253000002 陈甲子",
        "姓名：陈甲子 姓名：李乙丑",
        "陈甲子 李乙丑 S000044010001253000001"})
    void two_values_of_one_kind_are_not_chosen_between(String message) {
        assertThat(FieldReader.read(message).several()).isTrue();
    }

    @Test
    void a_message_of_any_length_is_read_quickly_up_to_a_bound() {
        String noise = "1 a-".repeat(5000);
        assertThat(FieldReader.read(noise).isComplete()).isFalse();
        assertThat(FieldReader.read("陈甲子 S000044010001253000001 " + noise).name()).isPresent();
    }
}
