package io.zhengxun.admin.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method of a controller that everyone may call who is logged in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyStaff {

    /** Also a person who must first change the password or set up a second factor (G 25). */
    boolean evenObliged() default false;
}
