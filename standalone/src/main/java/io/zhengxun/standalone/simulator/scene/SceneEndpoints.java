package io.zhengxun.standalone.simulator.scene;

import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The path by which the account makes QR codes. */
@Configuration(proxyBeanMethods = false)
class SceneEndpoints {

    @Bean
    PlatformEndpoint creationOfCodes(SceneCodes codes) {
        return PlatformEndpoint.post("/cgi-bin/qrcode/create", codes::create);
    }
}
