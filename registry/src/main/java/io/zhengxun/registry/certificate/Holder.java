package io.zhengxun.registry.certificate;

/** To whom a certificate was issued. */
public record Holder(PersonName name, IdNumber idNumber) {}
