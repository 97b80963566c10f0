package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Absent;

/** There is no account of that name. */
public class AbsentAccount extends Absent {

    private static final long serialVersionUID = 1L;
}
