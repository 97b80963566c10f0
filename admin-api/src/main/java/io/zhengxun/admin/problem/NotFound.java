package io.zhengxun.admin.problem;

import io.zhengxun.registry.refusal.Absent;

/** What was asked for does not exist, or lies outside the person's scope: both are answered alike. */
public class NotFound extends Absent {

    private static final long serialVersionUID = 1L;
}
