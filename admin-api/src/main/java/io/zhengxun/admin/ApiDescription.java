package io.zhengxun.admin;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI page says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info = @Info(
                title = "证讯管理接口",
                version = "1",
                description = "先以 POST /api/sessions 登录。评价机构上报证书数据、下载检查报告；各级技能中心查询批次。出错时返回 RFC 9457 problem details，"
                        + "code 为稳定的错误代码。"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "POST /api/sessions 返回的 token")
class ApiDescription {}
