package io.heddle.instrumentation.testkit.toy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation of the application. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {}
