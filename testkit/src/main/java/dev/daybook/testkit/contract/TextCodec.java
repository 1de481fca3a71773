package dev.daybook.testkit.contract;

import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as text that another JVM can read: of text, numbers, times, ids, enums, maps by text, and records. */
final class TextCodec implements EventCodec, StateCodec {

    private final Map<String, Class<?>> events;

    private TextCodec(Map<String, Class<?>> events) {
        this.events = events;
    }

    static TextCodec of(Class<?>... roots) {
        return new TextCodec(Stream.of(roots)
                .flatMap(TextCodec::records)
                .collect(Collectors.toMap(type -> EventType.of(type).name(), type -> type)));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(TextCodec::records) : Stream.of(type);
    }

    @Override
    public EventType typeOf(Class<?> eventClass) {
        return EventType.of(eventClass);
    }

    @Override
    public Payload encode(Object event) {
        return encodeState(event);
    }

    @Override
    public List<Object> decode(EventType type, Payload payload) {
        Class<?> eventClass = events.get(type.name());
        if (eventClass == null) {
            throw new UnknownEventException(
                    "event type " + type + " is not registered; name its class in TextCodec.of");
        }
        return List.of(decodeState(payload, eventClass));
    }

    @Override
    public Set<Class<?>> eventClasses() {
        return Set.copyOf(events.values());
    }

    @Override
    public Payload encodeState(Object state) {
        return Payload.of("text/plain", write(state).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public <S> S decodeState(Payload payload, Class<S> stateClass) {
        return stateClass.cast(read(payload.text(), stateClass));
    }

    private static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder();
            map.forEach((key, each) -> part(part(text, (String) key), write(each)));
            return text.toString();
        }
        if (!(value instanceof Record)) {
            return value.toString();
        }
        StringBuilder text = part(new StringBuilder(), value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                part(text, write(component.getAccessor().invoke(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(value.toString(), e);
            }
        }
        return text.toString();
    }

    private static StringBuilder part(StringBuilder text, String part) {
        return text.append(part.length()).append(':').append(part);
    }

    private static Object read(String text, Type type) {
        if (type instanceof ParameterizedType map) {
            List<String> parts = parts(text);
            Map<String, Object> read = new TreeMap<>();
            for (int i = 0; i < parts.size(); i += 2) {
                read.put(parts.get(i), read(parts.get(i + 1), map.getActualTypeArguments()[1]));
            }
            return read;
        }
        return switch (((Class<?>) type).getSimpleName()) {
            case "String" -> text;
            case "long", "Long" -> Long.parseLong(text);
            case "int" -> Integer.parseInt(text);
            case "UUID" -> UUID.fromString(text);
            case "Instant" -> Instant.parse(text);
            default -> ((Class<?>) type).isEnum() ? constant(text, (Class<?>) type) : record(text, (Class<?>) type);
        };
    }

    private static Object constant(String name, Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object record(String text, Class<?> root) {
        List<String> parts = parts(text);
        Class<?> type = records(root)
                .filter(each -> each.getSimpleName().equals(parts.getFirst()))
                .findFirst()
                .orElseThrow();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(parts.get(i + 1), components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int colon = text.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(text.substring(at, colon));
            parts.add(text.substring(colon + 1, end));
            at = end;
        }
        return parts;
    }
}
