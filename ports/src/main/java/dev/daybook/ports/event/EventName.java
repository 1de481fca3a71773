package dev.daybook.ports.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an event class a type name or version of its own. Without it the name is the class's simple name in snake_case
 * ({@code OrderPlaced} is {@code order_placed}) and the version 1.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    /**
     * The stable type name.
     *
     * @return a name in snake_case; empty for the one derived from the class
     */
    String value() default "";

    /**
     * The schema version this class writes.
     *
     * @return a version, from 1
     */
    int version() default 1;
}
