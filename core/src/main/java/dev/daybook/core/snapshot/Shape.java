package dev.daybook.core.snapshot;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** What a type is made of, as text: the same for types that hold the same things under the same names. */
final class Shape {

    private final StringBuilder text = new StringBuilder();

    /** Types being or having been described, by the number of their first mention, so that recursive types come to an end. */
    private final Map<Class<?>, Integer> seen = new HashMap<>();

    private Shape() {}

    static String of(Type type) {
        Shape shape = new Shape();
        shape.describe(type);
        return shape.text.toString();
    }

    private void describe(Type type) {
        switch (type) {
            case Class<?> plain -> describe(plain);
            case ParameterizedType generic -> {
                describe(generic.getRawType());
                list('<', generic.getActualTypeArguments(), '>');
            }
            case GenericArrayType array -> {
                describe(array.getGenericComponentType());
                text.append("[]");
            }
            case WildcardType wildcard -> list('?', wildcard.getUpperBounds(), ';');
            default -> text.append(type.getTypeName());
        }
    }

    private void describe(Class<?> type) {
        if (type.isArray()) {
            describe(type.getComponentType());
            text.append("[]");
        } else if (type.isPrimitive() || type.getName().startsWith("java.")) {
            text.append(type.getName());
        } else if (seen.containsKey(type)) {
            text.append('#').append(seen.get(type));
        } else {
            seen.put(type, seen.size());
            structure(type);
        }
    }

    private void structure(Class<?> type) {
        if (type.isEnum()) {
            enumeration(type);
        } else if (type.isRecord()) {
            record(type);
        } else if (type.isSealed()) {
            alternatives(type.getPermittedSubclasses());
        } else {
            fields(type);
        }
    }

    private void enumeration(Class<?> type) {
        text.append("enum(");
        Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .sorted()
                .forEach(name -> text.append(name).append(','));
        text.append(')');
    }

    private void record(Class<?> type) {
        text.append("record(");
        for (RecordComponent component : type.getRecordComponents()) {
            text.append(component.getName()).append(':');
            describe(component.getGenericType());
            text.append(',');
        }
        text.append(')');
    }

    /** With their names: what is stored says by name which alternative it is. */
    private void alternatives(Class<?>[] permitted) {
        text.append("oneOf(");
        Arrays.stream(permitted)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(alternative -> {
                    text.append(alternative.getSimpleName()).append('=');
                    describe(alternative);
                    text.append(',');
                });
        text.append(')');
    }

    /** By name, because it is the only thing that tells what an open class or interface is; and what it is made of. */
    private void fields(Class<?> type) {
        text.append(type.getName()).append('(');
        Arrays.stream(type.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName))
                .forEach(field -> {
                    text.append(field.getName()).append(':');
                    describe(field.getGenericType());
                    text.append(',');
                });
        text.append(')');
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            text.append('^');
            describe(parent);
        }
    }

    private void list(char open, Type[] types, char close) {
        text.append(open);
        for (Type type : types) {
            describe(type);
            text.append(',');
        }
        text.append(close);
    }
}
