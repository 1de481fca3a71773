package dev.daybook.jackson.export;

import dev.daybook.ports.event.Sensitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a record and everything it holds have components marked as sensitive. */
final class SensitiveComponents {

    private final Set<Pattern> found = new LinkedHashSet<>();

    /** The records on the way down; one that is met again can be at any depth. */
    private final List<Class<?>> open = new ArrayList<>();

    private SensitiveComponents() {}

    static List<Pattern> of(Class<?> eventClass) {
        SensitiveComponents search = new SensitiveComponents();
        search.record(eventClass, List.of());
        return List.copyOf(search.found);
    }

    private void record(Class<?> type, List<String> path) {
        if (open.contains(type)) {
            return;
        }
        open.add(type);
        // A record that holds its own kind is found at any depth below the place where it is met first.
        List<String> base = holdsItself(type) ? with(path, Pattern.MANY) : path;
        for (RecordComponent component : type.getRecordComponents()) {
            List<String> below = with(base, component.getName());
            if (component.isAnnotationPresent(Sensitive.class)) {
                found.add(new Pattern(below));
            } else {
                value(component.getGenericType(), below);
            }
        }
        open.remove(open.size() - 1);
    }

    private void value(Type type, List<String> path) {
        switch (type) {
            case ParameterizedType generic -> generic(generic, path);
            case WildcardType wildcard -> value(wildcard.getUpperBounds()[0], path);
            case Class<?> plain when plain.isRecord() -> record(plain, path);
            case Class<?> plain
            when plain.isSealed() -> {
                for (Class<?> permitted : plain.getPermittedSubclasses()) {
                    value(permitted, path);
                }
            }
            default -> {}
        }
    }

    private void generic(ParameterizedType generic, List<String> path) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw.isRecord()) {
            record(raw, path);
            // Which component holds which argument does not matter: both steps are any.
            for (Type argument : arguments) {
                value(argument, with(path, Pattern.MANY));
            }
        } else if (raw == Optional.class || raw.getName().equals("io.vavr.control.Option")) {
            value(arguments[0], path);
        } else if (arguments.length == 2 && isSensitiveKey(arguments[0])) {
            found.add(new Pattern(path));
        } else {
            value(arguments[arguments.length - 1], with(path, Pattern.ONE));
        }
    }

    private static boolean holdsItself(Class<?> type) {
        Set<Class<?>> held = new HashSet<>();
        Deque<Type> left = new ArrayDeque<>(components(type));
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case ParameterizedType generic -> {
                    left.push(generic.getRawType());
                    left.addAll(List.of(generic.getActualTypeArguments()));
                }
                case WildcardType wildcard -> left.push(wildcard.getUpperBounds()[0]);
                case Class<?> plain when held.add(plain) -> left.addAll(below(plain));
                default -> {}
            }
        }
        return held.contains(type);
    }

    private static List<Type> below(Class<?> type) {
        if (type.isRecord()) {
            return components(type);
        }
        return type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
    }

    private static List<Type> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .toList();
    }

    /** A key is part of the path and cannot be masked alone. */
    private static boolean isSensitiveKey(Type key) {
        return key instanceof Class<?> type && type.isRecord() && !of(type).isEmpty();
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
