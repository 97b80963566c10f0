package io.zhengxun.house.broken.registry;

import org.springframework.web.bind.annotation.RestController;

@RestController
class KnowsTheWeb {}
