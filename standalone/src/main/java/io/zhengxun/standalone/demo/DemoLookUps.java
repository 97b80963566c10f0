package io.zhengxun.standalone.demo;

import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.standalone.simulator.Suggestion;
import io.zhengxun.standalone.start.Hint;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What a newcomer can try: look-ups of every kind of answer, and what else can be said, for the console and the simulator's page. */
@Configuration(proxyBeanMethods = false)
class DemoLookUps {

    private static final int AFTER_ACCOUNTS = 20;

    @Bean
    Hint accountsToTry() {
        return new Hint(
                "Demo accounts for the admin API 管理接口演示账号 (password 密码: " + DemoAccounts.PASSWORD + ")",
                List.of(
                        "demo-jigou       institution 评价机构 " + new DemoInstitution(0).numberPrefix(),
                        "demo-shi         city centre, data manager 广州市技能中心 数据管理员",
                        "demo-shi-fuze    city centre, lead 广州市技能中心 负责人",
                        "demo-sheng       province centre, reviewer 省技能中心 审核人员",
                        "demo-sheng-fuze  province centre, lead 省技能中心 负责人",
                        "demo-shenji      auditor 审计",
                        "demo-guanli      administrator 系统管理员"),
                AFTER_ACCOUNTS - 10);
    }

    @Bean
    Hint contactsPhones() {
        return new Hint(
                "Phones in the simulator 模拟器里的手机",
                List.of(
                        "小林   holder 持证人: asks and may subscribe 查询、订阅证书消息",
                        "陈姐   contact of the institution 机构联系人 " + new DemoInstitution(0).numberPrefix()
                                + ": returns, deadlines 退回、期限提醒",
                        "阿强   demo-shi of the city centre 市技能中心: deadlines, daily summary 期限提醒、每日提要"),
                AFTER_ACCOUNTS - 5);
    }

    @Bean
    Hint lookUps() {
        DemoCertificate published = valid(DemoCertificate::isPublished);
        DemoCertificate underWay = at(Stage.CITY_REVIEW);
        DemoCertificate returned = valid(c -> c.batch().stage() == Stage.RETURNED_BY_PROVINCE && c.batch().returnNotified());
        return new Hint(
                "Look-ups to try in the simulator 可在模拟器中试查 (invented people 人物均为虚构)",
                List.of(
                        "published 已公布:    " + published.holderName() + " " + published.publishedNumber(),
                        "under review 审核中:  " + underWay.holderName() + " " + underWay.holderIdNumber(),
                        "returned 已退回:      " + returned.holderName() + " " + returned.holderIdNumber()),
                AFTER_ACCOUNTS);
    }

    @Bean
    @Order(1)
    Suggestion published() {
        DemoCertificate certificate = valid(DemoCertificate::isPublished);
        return new Suggestion("已公布：姓名 + 证书编号", certificate.holderName() + " " + certificate.publishedNumber());
    }

    @Bean
    @Order(2)
    Suggestion publishedWithLabels() {
        DemoCertificate certificate = valid(c -> c.isPublished() && c.n() > 100);
        return new Suggestion(
                "带标签、分行、小写、带空格",
                "证书编号：" + spaced(certificate.publishedNumber().toLowerCase()) + "\n证件号码："
                        + certificate.holderIdNumber().toLowerCase());
    }

    @Bean
    @Order(3)
    Suggestion several() {
        DemoCertificate certificate = first(c -> c.n() % 10 == 8
                && c.isPublished()
                && c.standing() == Standing.VALID
                && new DemoCertificate(c.n() + 1).standing() == Standing.VALID);
        return new Suggestion("一人两证：姓名 + 证件号码", certificate.holderName() + "，" + certificate.holderIdNumber());
    }

    @Bean
    @Order(4)
    Suggestion oneField() {
        return new Suggestion("只发姓名", valid(DemoCertificate::isPublished).holderName());
    }

    @Bean
    @Order(5)
    Suggestion doubtful() {
        DemoCertificate certificate = valid(DemoCertificate::isPublished);
        String number = certificate.publishedNumber();
        return new Suggestion(
                "编号第16位有误", certificate.holderName() + " " + number.substring(0, 15) + "9" + number.substring(16));
    }

    @Bean
    @Order(6)
    Suggestion cityReview() {
        return byHolder("市级审核中", at(Stage.CITY_REVIEW));
    }

    @Bean
    @Order(7)
    Suggestion provinceReview() {
        return byHolder("省级审核中", at(Stage.PROVINCE_REVIEW));
    }

    @Bean
    @Order(8)
    Suggestion sentToMinistry() {
        return byHolder("已上传，待国网公布", at(Stage.SENT_TO_MINISTRY));
    }

    @Bean
    @Order(9)
    Suggestion returned() {
        return byHolder(
                "已退回更正", valid(c -> c.batch().stage() == Stage.RETURNED_BY_PROVINCE && c.batch().returnNotified()));
    }

    @Bean
    @Order(10)
    Suggestion returnNotReceived() {
        return byHolder(
                "已退回，机构尚未收到通知", valid(c -> c.batch().stage().isReturned() && !c.batch().returnNotified()));
    }

    @Bean
    @Order(11)
    Suggestion suspended() {
        return byHolder("核实中", first(c -> c.standing() == Standing.SUSPENDED && c.n() % 10 < 8));
    }

    @Bean
    @Order(12)
    Suggestion notFound() {
        DemoCertificate certificate = valid(DemoCertificate::isPublished);
        return new Suggestion("姓名不符", "李乙丑 " + certificate.publishedNumber());
    }

    @Bean
    @Order(13)
    Suggestion oldNumber() {
        return new Suggestion("旧的16位编号", "陈甲子 1419001000000001");
    }

    @Bean
    @Order(14)
    Suggestion question() {
        return new Suggestion("随便问（粤语）", "考完试都两个月啦，点解我本证喺网上仲系查唔到嘅？");
    }

    @Bean
    @Order(15)
    Suggestion complaint() {
        return new Suggestion("投诉", "我要投诉，培训机构收了钱一直不给办证");
    }

    @Bean
    @Order(16)
    Suggestion person() {
        return new Suggestion("人工", "转人工，我想问问补发证书的事");
    }

    @Bean
    @Order(17)
    Suggestion ownData() {
        return new Suggestion("绑定身份，免得每次输入", "绑定身份");
    }

    @Bean
    @Order(18)
    Suggestion todo() {
        return new Suggestion("机构待办（在陈姐的手机上）", "我们机构还有什么要办的");
    }

    private static Suggestion byHolder(String label, DemoCertificate certificate) {
        return new Suggestion(label, certificate.holderName() + " " + certificate.holderIdNumber());
    }

    private static DemoCertificate at(Stage stage) {
        return valid(c -> c.batch().stage() == stage);
    }

    /** The first certificate in good standing whose holder has only this one. */
    private static DemoCertificate valid(Predicate<DemoCertificate> condition) {
        return first(condition.and(c -> c.standing() == Standing.VALID && c.n() % 10 < 8));
    }

    private static DemoCertificate first(Predicate<DemoCertificate> condition) {
        return IntStream.range(0, DemoCertificate.COUNT)
                .mapToObj(DemoCertificate::new)
                .filter(condition)
                .findFirst()
                .orElseThrow();
    }

    private static String spaced(String number) {
        return number.replaceAll("(.{4})", "$1 ").strip();
    }
}
