package io.zhengxun.house.broken.named.two;

import org.springframework.stereotype.Component;

@Component
public class SharesItsName {}
