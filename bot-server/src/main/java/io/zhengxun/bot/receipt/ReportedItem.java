package io.zhengxun.bot.receipt;

import io.zhengxun.bot.wechat.InboundMessage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the lists that the subscribe_msg events bring: each event has one or several under {@code List}. Every text is
 * {@code ""} when WeChat did not send it.
 *
 * @param answer {@code accept} or {@code reject}
 * @param error 0 for a message that was delivered
 */
record ReportedItem(String templateId, String messageId, String answer, String error, String status) {

    /** More than one pop-up holds; what follows is not WeChat's. */
    private static final int MOST = 50;

    private static final List<String> WRAPPERS =
            List.of("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent", "SubscribeMsgSentEvent");

    /** An older sample of WeChat's has the change event in the wrapper of the pop-up: the event's name decides, not it. */
    static List<ReportedItem> of(InboundMessage message) {
        return WRAPPERS.stream()
                .flatMap(wrapper -> IntStream.rangeClosed(1, MOST).mapToObj(n -> wrapper + "/List" + (n == 1 ? "" : "[" + n + "]")))
                .map(path -> at(message, path + "/"))
                .filter(item -> !item.templateId.isEmpty() || !item.messageId.isEmpty())
                .toList();
    }

    private static ReportedItem at(InboundMessage message, String path) {
        return new ReportedItem(
                message.field(path + "TemplateId"),
                message.field(path + "MsgID"),
                message.field(path + "SubscribeStatusString"),
                message.field(path + "ErrorCode"),
                message.field(path + "ErrorStatus"));
    }

    boolean isAccepted() {
        return answer.equals("accept");
    }

    boolean isRejected() {
        return answer.equals("reject");
    }

    /** By the code; by the word where there is none. */
    boolean isDelivered() {
        return error.isEmpty() ? status.equals("success") : error.equals("0");
    }

    /** In WeChat's words; empty when delivered. */
    String cause() {
        return isDelivered() ? "" : status.isEmpty() ? "error " + error : status;
    }
}
