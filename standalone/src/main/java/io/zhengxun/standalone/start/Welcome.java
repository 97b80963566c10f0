package io.zhengxun.standalone.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What is printed when all is ready: where to go, what to try, how to stop. */
record Welcome(String url, StartOptions options, Duration start, List<Hint> hints) {

    static String of(ApplicationContext context, StartOptions options, Duration start) {
        List<Hint> hints = context.getBeansOfType(Hint.class).values().stream()
                .sorted(Comparator.comparingInt(Hint::order))
                .toList();
        return new Welcome("http://127.0.0.1:" + options.port().number(), options, start, hints).text();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Zhengxun 证讯 is ready 已就绪 (" + start.toSeconds() + " s)");
        lines.add("");
        lines.add("  WeChat simulator 微信模拟器   " + url + "/simulator/");
        lines.add("  Admin API 管理接口            " + url + "/swagger-ui.html");
        lines.add("  Health 运行状态               " + url + "/actuator/health");
        for (Hint hint : hints) {
            lines.add("");
            lines.add("  " + hint.heading());
            hint.lines().forEach(line -> lines.add("    " + line));
        }
        lines.add("");
        lines.add("  Data and log 数据与日志: " + options.dataFolder() + "  (./run --reset begins anew 清空重来)");
        lines.add("  Ctrl-C stops everything. 按 Ctrl-C 全部停止。");
        return String.join(System.lineSeparator(), lines);
    }
}
