package io.zhengxun.registry.institution;

/** To whom an institution reports (W1): a municipal one to its city, a provincial one to the province. */
public enum Tier {
    MUNICIPAL,
    PROVINCIAL
}
