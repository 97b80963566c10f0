package io.zhengxun.house.broken.zhengxun.bot;

import io.zhengxun.admin.AdminApiApplication;

class KnowsTheAdminApi {
    AdminApiApplication other;
}
