package io.zhengxun.registry.refusal;

/** What was asked for does not exist or lies outside of the asker's scope; nobody can learn which. */
public class Absent extends Refusal {

    private static final long serialVersionUID = 1L;

    public Absent() {
        super(Kind.ABSENT, "absent", "");
    }
}
