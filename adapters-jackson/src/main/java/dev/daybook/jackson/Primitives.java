package dev.daybook.jackson;

import java.lang.invoke.MethodType;

/** Primitive types as classes that values can be cast to. */
final class Primitives {

    private Primitives() {}

    @SuppressWarnings("unchecked") // int.class and Integer.class are both a Class<Integer>
    static <S> Class<S> boxed(Class<S> type) {
        return (Class<S>) MethodType.methodType(type).wrap().returnType();
    }
}
