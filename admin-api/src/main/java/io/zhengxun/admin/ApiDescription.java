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
                description = "先以 POST /api/sessions 登录。评价机构登记发证、上报和更正证书数据；市、省技能中心审核、退回、批准、上报；"
                        + "管理员管理账号、机构和工作日。列表加 format=xlsx 导出。出错时返回 RFC 9457 problem details，"
                        + "code 为稳定的错误代码。"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "POST /api/sessions 返回的 token")
class ApiDescription {}
