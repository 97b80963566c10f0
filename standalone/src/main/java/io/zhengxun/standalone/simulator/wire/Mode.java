package io.zhengxun.standalone.simulator.wire;

/** The account's message mode, as chosen in the platform's console. */
public enum Mode {
    PLAIN,
    COMPATIBLE,
    SAFE
}
