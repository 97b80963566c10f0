package io.zhengxun.standalone.bench;

import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.standalone.demo.DemoCertificate;
import java.util.stream.IntStream;

/** Asks for the demo's published certificates, by each pair of fields in turn (Q1). */
final class DemoQuestions {

    private static final int[] PUBLISHED = IntStream.range(0, DemoCertificate.COUNT)
            .filter(n -> isShown(new DemoCertificate(n)))
            .toArray();

    private DemoQuestions() {}

    private static boolean isShown(DemoCertificate certificate) {
        return certificate.isPublished() && certificate.standing() == Standing.VALID;
    }

    /** The question about the n-th published certificate; after the last one it begins anew. */
    static Question question(int n) {
        DemoCertificate certificate = new DemoCertificate(PUBLISHED[n % PUBLISHED.length]);
        String number = certificate.publishedNumber();
        String name = certificate.holderName();
        String id = certificate.holderIdNumber();
        String text =
                switch (n % 3) {
                    case 0 -> "证书编号：" + number + "\n姓名：" + name;
                    case 1 -> id + " " + number;
                    default -> name + "，身份证号" + id;
                };
        return new Question(text, number);
    }
}
