package io.zhengxun.standalone.simulator.chat;

import java.util.List;

/**
 * A message of a template as its user sees it.
 *
 * @param sender which account it is from: the official one or the mini-program
 * @param link what a tap on it opens; empty for nothing
 */
public record Card(String sender, String title, List<Line> lines, String link) {

    public Card {
        lines = List.copyOf(lines);
    }

    /** A label with its value. */
    public record Line(String label, String value) {}

    /** Without what it says. */
    @Override
    public String toString() {
        return "Card[" + lines.size() + " lines]";
    }
}
