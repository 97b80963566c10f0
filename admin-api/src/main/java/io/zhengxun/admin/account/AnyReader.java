package io.zhengxun.admin.account;

import io.zhengxun.registry.account.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method of a controller that all may call who work on certificate data or audit it: {@link Role#READERS}. */
@Allowed({
    Role.INSTITUTION_DATA_MANAGER,
    Role.CITY_DATA_MANAGER,
    Role.CITY_LEAD,
    Role.PROVINCE_REVIEWER,
    Role.PROVINCE_LEAD,
    Role.AUDITOR
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyReader {}
