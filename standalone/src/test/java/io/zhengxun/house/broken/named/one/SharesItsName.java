package io.zhengxun.house.broken.named.one;

import org.springframework.stereotype.Component;

@Component
public class SharesItsName {}
