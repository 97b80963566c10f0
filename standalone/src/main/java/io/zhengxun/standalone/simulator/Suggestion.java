package io.zhengxun.standalone.simulator;

/**
 * Something to try on the simulator's page; every bean of this type is shown there, in the order of the beans.
 *
 * @param label what it shows, in a few words
 * @param text the message that is put into the input field
 */
public record Suggestion(String label, String text) {}
