package io.zhengxun.house.broken.cycle.one;

public class One {
    io.zhengxun.house.broken.cycle.two.Two two;
}
