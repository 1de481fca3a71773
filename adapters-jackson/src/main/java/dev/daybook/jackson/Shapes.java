package dev.daybook.jackson;

import io.vavr.control.Option;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the shape of any type, once. For one thread at a time; the shapes themselves are safe for concurrent use. */
final class Shapes {

    private static final Map<Class<?>, Shape> STANDARD = Map.ofEntries(
            Map.entry(String.class, Scalars.STRING),
            Map.entry(boolean.class, Scalars.BOOLEAN),
            Map.entry(Boolean.class, Scalars.BOOLEAN),
            Map.entry(byte[].class, Scalars.BYTES),
            Map.entry(int.class, Numbers.INT),
            Map.entry(Integer.class, Numbers.INT),
            Map.entry(long.class, Numbers.LONG),
            Map.entry(Long.class, Numbers.LONG),
            Map.entry(short.class, Numbers.SHORT),
            Map.entry(Short.class, Numbers.SHORT),
            Map.entry(byte.class, Numbers.BYTE),
            Map.entry(Byte.class, Numbers.BYTE),
            Map.entry(double.class, Numbers.DOUBLE),
            Map.entry(Double.class, Numbers.DOUBLE),
            Map.entry(float.class, Numbers.FLOAT),
            Map.entry(Float.class, Numbers.FLOAT),
            Map.entry(BigDecimal.class, Numbers.BIG_DECIMAL),
            Map.entry(BigInteger.class, Numbers.BIG_INTEGER));

    private final Map<Class<?>, TextShape> own;
    private final Map<Object, Shape> known = new HashMap<>();

    /** A generic record with its type arguments. */
    private record Bound(Class<?> type, Map<TypeVariable<?>, Type> arguments) {}

    Shapes(Map<Class<?>, TextShape> own) {
        this.own = Map.copyOf(own);
    }

    /** The shape of a type in which no type variables are left open. */
    Shape of(Type type) {
        return of(type, Map.of());
    }

    Shape of(Type type, Map<TypeVariable<?>, Type> bound) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic -> ofGeneric(generic, bound);
            case TypeVariable<?> variable -> ofVariable(variable, bound);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], bound);
            default -> throw unsupported(type.getTypeName());
        };
    }

    private Shape ofVariable(TypeVariable<?> variable, Map<TypeVariable<?>, Type> bound) {
        Type type = bound.get(variable);
        if (type == null) {
            throw unsupported("the open type variable " + variable.getName());
        }
        return of(type, bound);
    }

    private Shape ofClass(Class<?> type) {
        Shape shape = own.get(type);
        if (shape == null) {
            shape = STANDARD.get(type);
        }
        if (shape == null) {
            shape = Texts.STANDARD.get(type);
        }
        if (shape == null) {
            shape = known.get(type);
        }
        return shape == null ? made(type) : shape;
    }

    private Shape made(Class<?> type) {
        if (type.getTypeParameters().length > 0) {
            throw unsupported(type.getName() + " without type arguments");
        }
        if (type.isRecord()) {
            return record(type, type, Map.of());
        }
        Shape shape;
        if (type.isEnum()) {
            shape = Texts.ofEnum(type);
        } else if (type.isSealed()) {
            shape = sealed(type);
        } else {
            throw unsupported(type.getName());
        }
        known.put(type, shape);
        return shape;
    }

    private Shape record(Object key, Class<?> type, Map<TypeVariable<?>, Type> bound) {
        Records.Made made = Records.shape(type);
        // Known before its components are, so that a record can hold others of its kind.
        known.put(key, made.shape());
        made.complete(this, bound);
        return made.shape();
    }

    private Shape sealed(Class<?> type) {
        Map<Class<?>, Shape> permitted = new LinkedHashMap<>();
        Deferred later = new Deferred();
        known.put(type, later);
        for (Class<?> leaf : Hierarchy.leaves(type)) {
            permitted.put(leaf, ofClass(leaf));
        }
        return later.is(new SealedShape(type, permitted));
    }

    private Shape ofGeneric(ParameterizedType generic, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw == Optional.class) {
            return Java.optional(of(arguments[0], bound));
        }
        if (raw == Option.class) {
            return Vavr.option(of(arguments[0], bound));
        }
        if (Java.isList(raw)) {
            return Java.list(raw, of(arguments[0], bound));
        }
        if (Vavr.isList(raw)) {
            return Vavr.list(raw, of(arguments[0], bound));
        }
        if (Java.isMap(raw)) {
            return Java.map(raw, key(arguments[0], bound), of(arguments[1], bound));
        }
        if (Vavr.isMap(raw)) {
            return Vavr.map(raw, key(arguments[0], bound), of(arguments[1], bound));
        }
        if (raw.isRecord()) {
            return generic(generic, raw, bound);
        }
        throw unsupported(generic.getTypeName());
    }

    private Shape generic(ParameterizedType generic, Class<?> raw, Map<TypeVariable<?>, Type> bound) {
        Map<TypeVariable<?>, Type> inner = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            Type argument = generic.getActualTypeArguments()[i];
            inner.put(
                    raw.getTypeParameters()[i],
                    argument instanceof TypeVariable<?> open ? bound.getOrDefault(open, open) : argument);
        }
        Bound key = new Bound(raw, inner);
        Shape shape = known.get(key);
        return shape == null ? record(key, raw, inner) : shape;
    }

    private TextShape key(Type type, Map<TypeVariable<?>, Type> bound) {
        Type resolved = type instanceof TypeVariable<?> variable ? bound.getOrDefault(variable, type) : type;
        TextShape named = resolved instanceof Class<?> plain ? Texts.KEYS.get(plain) : null;
        if (named != null) {
            return named;
        }
        Shape shape = of(resolved, bound);
        if (shape instanceof TextShape text) {
            return text;
        }
        if (resolved instanceof Class<?> plain && plain.isRecord() && plain.getRecordComponents().length == 1) {
            return Records.asKey(plain, key(plain.getRecordComponents()[0].getGenericType(), bound));
        }
        throw unsupported("the map key " + resolved.getTypeName());
    }

    private static IllegalArgumentException unsupported(String type) {
        return new IllegalArgumentException(
                type + " cannot be written as JSON. Use records, sealed interfaces of records, "
                        + "enums, text, numbers, java.time, UUID, Optional, List, Set or Map (or Vavr's) of these, or give it a text of "
                        + "its own with JacksonCodec.Builder.text");
    }
}
