package dev.daybook.jackson;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events and states as JSON in UTF-8, for records and sealed interfaces as they are.
 *
 * <ul>
 *   <li>A record is an object with a field per component. Unknown fields are ignored when it is read. A missing or null field is
 *       an error that names it, except for an {@code Optional} (empty) and a component marked {@code @Nullable} (null); both are
 *       left out when they are written.
 *   <li>Numbers are exact or refused: nothing is rounded, narrowed, or read from text (a {@code BigDecimal} may also be a text,
 *       as other systems write it). A {@code BigDecimal} keeps its scale.
 *   <li>A value whose type is a sealed interface says under {@code @type} which of the permitted classes it is, by simple name.
 *       No class is ever found by a name from data.
 *   <li>Times are as {@link Rfc3339} writes them, to the microsecond; other types of {@code java.time}, UUIDs and enums are their
 *       own text; {@code byte[]} is Base64.
 *   <li>Equal events give equal bytes: sets and maps without an order of their own are written sorted.
 * </ul>
 *
 * <p>Everything about a class is looked up when the codec is built, and a class that cannot be written is refused there.
 */
public final class JacksonCodec implements EventCodec, StateCodec {

    private final Registry registry;
    private final UpcastChains upcasts;
    private final StateShapes states;

    private JacksonCodec(Builder builder) {
        registry = Registry.of(builder.roots, new Shapes(builder.texts));
        upcasts = new UpcastChains(builder.upcasts, registry);
        states = new StateShapes(builder.texts);
        builder.states.forEach(states::forReading);
    }

    /**
     * A codec of some event classes, without upcasters.
     *
     * @param events sealed interfaces, all of whose records are registered, and records
     * @return the codec
     * @throws IllegalArgumentException if a class cannot be registered; the message says which and why
     */
    public static JacksonCodec of(Class<?>... events) {
        return builder().events(events).build();
    }

    /**
     * A codec to be put together.
     *
     * @return a builder without any class
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType typeOf(Class<?> eventClass) {
        return registry.of(eventClass).type();
    }

    @Override
    public Payload encode(Object event) {
        Registered registered = registry.of(event.getClass());
        try {
            return Payload.json(Bytes.write(registered.shape(), event));
        } catch (RuntimeException e) {
            throw new CodecException("event " + registered.type() + " cannot be written: " + problem(e), e);
        }
    }

    @Override
    public List<Object> decode(EventType type, Payload payload) {
        Registered registered = registry.named(type.name());
        boolean current = registered != null && registered.type().version() == type.version();
        if (!current) {
            upcasts.check(type);
        }
        try {
            requireJson(payload);
            return registered != null && current
                    ? List.of(Bytes.read(registered.shape(), payload.bytes()))
                    : upcast(type, payload.bytes());
        } catch (RuntimeException e) {
            throw new CodecException("event " + type + " cannot be read: " + problem(e), e);
        }
    }

    @Override
    public Set<Class<?>> eventClasses() {
        return registry.classes();
    }

    @Override
    public Payload encodeState(Object state) {
        try {
            return Payload.json(Bytes.write(states.forWriting(state), state));
        } catch (RuntimeException e) {
            throw new CodecException("state " + state.getClass().getName() + " cannot be written: " + problem(e), e);
        }
    }

    @Override
    public <S> S decodeState(Payload payload, Class<S> stateClass) {
        try {
            requireJson(payload);
            Object state = Bytes.read(states.forReading(stateClass), payload.bytes());
            return Primitives.boxed(stateClass).cast(state);
        } catch (RuntimeException e) {
            throw new CodecException("state " + stateClass.getName() + " cannot be read: " + problem(e), e);
        }
    }

    private List<Object> upcast(EventType type, byte[] bytes) {
        WellFormed.check(bytes);
        List<Object> events = new ArrayList<>();
        upcasts.apply(type, tree(bytes), (registered, json) -> events.add(read(registered, json)));
        return List.copyOf(events);
    }

    private static ObjectNode tree(byte[] bytes) {
        try {
            JsonNode tree = Json.TREES.readTree(bytes);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new Mismatch("expected an object, found " + tree.getNodeType());
        } catch (JacksonException e) {
            throw Bytes.unreadable(e);
        }
    }

    private static Object read(Registered registered, ObjectNode json) {
        try (JsonParser in = Json.TREES.treeAsTokens(json)) {
            in.nextToken();
            return registered.shape().read(in);
        } catch (Mismatch e) {
            throw new Mismatch("brought up to " + registered.type() + ", " + e.getMessage(), e);
        }
    }

    private static void requireJson(Payload payload) {
        String type = payload.contentType();
        if (!type.equals(Payload.JSON) && !type.startsWith(Payload.JSON + ";") && !type.endsWith("+json")) {
            throw new Mismatch("expected " + Payload.JSON + ", found " + Found.shortened(type)
                    + "; it was written by another codec, read it with that");
        }
    }

    private static String problem(RuntimeException e) {
        return e instanceof Mismatch ? String.valueOf(e.getMessage()) : e.toString();
    }

    /** Puts a codec together. For one thread; not to be used after {@link #build}. */
    public static final class Builder {

        private final Set<Class<?>> roots = new LinkedHashSet<>();
        private final Set<Class<?>> states = new LinkedHashSet<>();
        private final List<Upcast> upcasts = new ArrayList<>();
        private final Map<Class<?>, TextShape> texts = new HashMap<>();

        private Builder() {}

        /**
         * Registers event classes.
         *
         * @param classes sealed interfaces, all of whose records are registered, and records
         * @return this
         */
        public Builder events(Class<?>... classes) {
            roots.addAll(List.of(classes));
            return this;
        }

        /**
         * Looks at classes of states when the codec is built. Other states can be written and read as well, but whether they can
         * is known at the first one only.
         *
         * @param classes records, sealed interfaces of records, or other types that can be written
         * @return this
         */
        public Builder states(Class<?>... classes) {
            states.addAll(List.of(classes));
            return this;
        }

        /**
         * Brings events of an older version up to the next one of the same type.
         *
         * @param name the type's name
         * @param version the older version
         * @param change what becomes of the JSON
         * @return this
         */
        public Builder upcast(String name, int version, UnaryOperator<ObjectNode> change) {
            return upcast(Upcast.of(name, version, change));
        }

        /**
         * Brings events of an older version up to date in any way.
         *
         * @param step one step of it
         * @return this
         */
        public Builder upcast(Upcast step) {
            upcasts.add(step);
            return this;
        }

        /**
         * Writes values of a class as text.
         *
         * @param type a class that Daybook does not know, or knows in another way
         * @param write the text of a value
         * @param read the value of a text, equal to the one written; throws if there is none
         * @param <T> the values
         * @return this
         */
        public <T> Builder text(Class<T> type, Function<? super T, String> write, Function<String, ? extends T> read) {
            texts.put(type, TextShape.of("a text of " + type.getSimpleName(), write, read));
            return this;
        }

        /**
         * Checks every class and every chain of upcasters.
         *
         * @return the codec
         * @throws IllegalArgumentException if something does not fit; the message says what and what to do
         */
        public JacksonCodec build() {
            return new JacksonCodec(this);
        }
    }
}
