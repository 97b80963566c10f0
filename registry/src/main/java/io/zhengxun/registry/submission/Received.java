package io.zhengxun.registry.submission;

/**
 * A batch was received by the desk that reviews it first, with all its rows. Published within the transaction of the act
 * that hands it in.
 */
public record Received(Submission batch) {}
