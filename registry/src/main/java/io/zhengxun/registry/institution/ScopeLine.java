package io.zhengxun.registry.institution;

/**
 * One occupation at one level as somebody wrote it: nothing is checked yet.
 *
 * @param place how the form or the sheet names the line, e.g. {@code scope[3]}
 * @param level official name, or what spreadsheets hold in its place
 */
public record ScopeLine(String place, String occupation, String level) {}
