package io.zhengxun.admin.complaint;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.FilingComplaint;
import io.zhengxun.registry.complaint.HandlingComplaint;
import io.zhengxun.registry.complaint.NewComplaint;
import io.zhengxun.registry.complaint.OrderedComplaint;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Complaints of people whom nobody knows. */
public record ComplaintCases(FilingComplaint filing, HandlingComplaint handling) {

    static final String WORDS = "等了三个月没有消息，打电话没人接";
    static final String PHONE = "13800000001";
    private static final Staff CITY =
            new Staff("city", "测试", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"), "127.0.0.1");

    public static ComplaintCases of(BeanFactory beans) {
        return new ComplaintCases(beans.getBean(FilingComplaint.class), beans.getBean(HandlingComplaint.class));
    }

    /** @param institution null if nobody knows which */
    Complaint filed(Long institution) {
        return filing.file(
                new NewComplaint(
                        ComplaintCategory.PROGRESS, new ComplaintText(WORDS), List.of("media-1"), PHONE, institution, "1"),
                "o" + UUID.randomUUID());
    }

    /** The number of one about which the institution was asked, by the account city. */
    public String asked(long institution) {
        Complaint taken = handling.assign(seen(filed(institution)), null, CITY);
        return handling.ask(seen(taken), null, new ComplaintText("请说明上报时间"), CITY).number();
    }

    private static OrderedComplaint seen(Complaint complaint) {
        return new OrderedComplaint(complaint.number(), complaint.version());
    }
}
