package io.zhengxun.standalone.simulator.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Closes the connection of marked requests without a byte of an answer, which no servlet can. */
@Component
class Severance implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String MARK = Severance.class.getName();

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Closing());
    }

    private static final class Closing extends ValveBase {

        private Closing() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(MARK) != null && !request.isAsync()) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("closed by a fault"));
            }
        }
    }
}
