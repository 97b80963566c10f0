package io.zhengxun.house.broken.cycle.two;

public class Two {
    io.zhengxun.house.broken.cycle.one.One one;
}
