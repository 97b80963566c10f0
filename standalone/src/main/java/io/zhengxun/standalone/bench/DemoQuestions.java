package io.zhengxun.standalone.bench;

/** Asks for the demo certificates, one after the other. */
final class DemoQuestions {

    private static final int CERTIFICATES = 20_000;

    private DemoQuestions() {}

    /** The question about the n-th certificate; after the last one it begins anew. */
    static Question question(int n) {
        int serial = n % CERTIFICATES;
        String number = "S000144000001263%06d".formatted(serial);
        return new Question("证书编号：" + number + "\n姓名：陈测试", number);
    }
}
