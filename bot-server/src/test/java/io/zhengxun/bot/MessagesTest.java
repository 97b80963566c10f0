package io.zhengxun.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void no_text_is_cut_off_by_a_line_break_within_it() throws IOException {
        try (InputStream file = MessagesTest.class.getResourceAsStream("/messages/bot.properties")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();

            assertThat(lines).filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .allSatisfy(line -> assertThat(line).matches("bot\\.[A-Za-z0-9_.-]+=.*"));
        }
    }
}
