package io.zhengxun.bot.menu;

import io.zhengxun.understanding.intent.Intent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what WeChat would not take, or nobody would understand, in a button. */
final class MenuFlaws {

    private static final int LONGEST_URL = 1024;

    private MenuFlaws() {}

    static void name(String name, int longest, List<String> flaws) {
        if (name == null || name.isBlank()) {
            flaws.add("a button has no name");
        } else if (bytes(name) > longest) {
            flaws.add("the name “" + name + "” has more than " + longest + " bytes");
        }
    }

    static void action(String button, Action action, List<String> flaws) {
        long given = action == null
                ? 0
                : Stream.of(action.intent(), action.url(), action.miniProgram()).filter(Objects::nonNull).count();
        if (given != 1) {
            flaws.add("“" + button + "” needs one of intent, url and mini-program");
            return;
        }
        if (action.intent() != null && Intent.ofCode(action.intent()).isEmpty()) {
            flaws.add("“" + button + "” has an intent that is none: " + action.intent());
        }
        if (action.url() != null) {
            url(button, action.url(), flaws);
        }
        if (action.miniProgram() != null) {
            page(button, action.miniProgram(), flaws);
        }
    }

    private static void page(String button, Action.MiniProgramPage page, List<String> flaws) {
        if (isBlank(page.appId()) || isBlank(page.path())) {
            flaws.add("“" + button + "” needs the mini-program's app-id and path");
        }
        url(button, page.url(), flaws);
    }

    private static void url(String button, String url, List<String> flaws) {
        if (isBlank(url) || !url.matches("https?://\\S+") || bytes(url) > LONGEST_URL) {
            flaws.add("“" + button + "” needs a web address of at most " + LONGEST_URL + " bytes");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
