package io.zhengxun.admin.contact;

import io.swagger.v3.oas.annotations.Parameter;

/** The parameters of the list of contacts, as they were typed. */
record ContactListRequest(
        @Parameter(description = "评价机构的编号前缀", example = "S000044010001") String institution,
        @Parameter(description = "技能中心的行政区划代码：只列该中心自己的联系人", example = "440100") String centre,
        @Parameter(description = "INVITED 待绑定，BOUND 已绑定，ENDED 已结束") String state,
        @Parameter(description = "true：只列已取消关注公众号的联系人") String unfollowed,
        @Parameter(description = "上一页返回的 next") String after,
        @Parameter(description = "每页行数，1–200，默认 50") String limit) {}
