package dev.lamina.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type, method or package whose results must be used.
 *
 * <p>Every description is immutable, so {@code dense.l2(0.1);} as a statement of its own has no
 * effect. Error Prone knows this annotation by its simple name and reports the lost value.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
public @interface CheckReturnValue {}
