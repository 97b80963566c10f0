package io.zhengxun.standalone.simulator.platform;

/** A file as the platform gives it, with its media type. */
public record PlatformFile(String type, byte[] content) {}
