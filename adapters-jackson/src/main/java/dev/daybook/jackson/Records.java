package dev.daybook.jackson;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Takes records apart and puts them together, through method handles that are looked up once. */
final class Records {

    private Records() {}

    /** A shape and the class it is of, before its components are known. */
    record Made(RecordShape shape, Class<?> type) {

        void complete(Shapes shapes, Map<TypeVariable<?>, Type> bound) {
            List<Component> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.add(component(component, shapes, bound));
            }
            shape.complete(components);
        }
    }

    static Made shape(Class<?> type) {
        return new Made(new RecordShape(type, constructor(type)), type);
    }

    /** A record of one component as the key of a map: the component's text. */
    static TextShape asKey(Class<?> type, TextShape inner) {
        MethodHandle constructor = constructor(type);
        MethodHandle accessor = accessor(type.getRecordComponents()[0]);
        return new TextShape(
                inner.expects(),
                key -> inner.textOf(invoke(accessor, key)),
                text -> invoke(constructor, new Object[] {inner.parsed(text)}));
    }

    private static Component component(RecordComponent component, Shapes shapes, Map<TypeVariable<?>, Type> bound) {
        try {
            Shape shape = shapes.of(component.getGenericType(), bound);
            return new Component(component.getName(), accessor(component), isNullable(component), shape);
        } catch (IllegalArgumentException e) {
            String owner = component.getDeclaringRecord().getSimpleName();
            throw new IllegalArgumentException(owner + "." + component.getName() + ": " + e.getMessage(), e);
        }
    }

    /** By simple name, as there are many annotations of that name and any of them says it. */
    private static boolean isNullable(RecordComponent component) {
        return hasNullable(component.getAnnotations())
                || hasNullable(component.getAnnotatedType().getAnnotations())
                || hasNullable(component.getAccessor().getAnnotations());
    }

    private static boolean hasNullable(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
    }

    private static MethodHandle constructor(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asFixedArity()
                    .asSpreader(Object[].class, types.length)
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw closed(type, e);
        }
    }

    static MethodHandle accessor(RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(accessor)
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw closed(component.getDeclaringRecord(), e);
        }
    }

    private static IllegalArgumentException closed(Class<?> type, Exception e) {
        return new IllegalArgumentException(
                type.getName() + " cannot be reached; open its package to dev.daybook.jackson in its module-info", e);
    }

    private static Object invoke(MethodHandle handle, Object argument) {
        try {
            return argument instanceof Object[] all
                    ? (Object) handle.invokeExact(all)
                    : (Object) handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
