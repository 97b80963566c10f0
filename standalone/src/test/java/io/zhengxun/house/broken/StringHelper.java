package io.zhengxun.house.broken;

class StringHelper {
    static int calls;
}
