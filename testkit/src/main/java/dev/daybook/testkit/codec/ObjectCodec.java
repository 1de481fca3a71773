package dev.daybook.testkit.codec;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A codec that writes no content: it keeps the objects themselves and writes a handle by which it finds them again. For tests of
 * domain code in one JVM, where what is under test is not how events are written. Equal objects have equal handles, so that
 * appending an equal event again is idempotent; what is kept must therefore be immutable, as events and states are.
 *
 * <p>What one codec has written, no other can read: for a log that outlives the test use a real codec.
 */
public final class ObjectCodec implements EventCodec, StateCodec {

    /** The content type of a handle. */
    public static final String CONTENT_TYPE = "application/vnd.daybook.handle";

    private final Map<String, Class<?>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, EventType> types = new LinkedHashMap<>();
    private final Handles handles = new Handles();

    private ObjectCodec() {}

    /**
     * A codec of some event classes; states need no registration.
     *
     * @param events event classes, and sealed interfaces, all of whose classes are registered
     * @return the codec, which has written nothing yet
     * @throws IllegalArgumentException if two classes have one type name
     */
    public static ObjectCodec of(Class<?>... events) {
        ObjectCodec codec = new ObjectCodec();
        for (Class<?> root : events) {
            codec.register(root);
        }
        return codec;
    }

    private void register(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                register(permitted);
            }
        } else if (!types.containsKey(type)) {
            EventType name = EventType.of(type);
            Class<?> twin = byName.putIfAbsent(name.name(), type);
            if (twin != null) {
                throw new IllegalArgumentException("both " + twin.getName() + " and " + type.getName()
                        + " would be stored as " + name.name() + "; give one another name with @EventName");
            }
            types.put(type, name);
        }
    }

    @Override
    public EventType typeOf(Class<?> eventClass) {
        EventType type = types.get(eventClass);
        if (type == null) {
            throw new UnknownEventException("event class " + eventClass.getName()
                    + " is not registered; name it, or the sealed interface it is under, in ObjectCodec.of");
        }
        return type;
    }

    @Override
    public Payload encode(Object event) {
        return handles.write(event, typeOf(event.getClass()).toString());
    }

    @Override
    public List<Object> decode(EventType type, Payload payload) {
        Class<?> eventClass = byName.get(type.name());
        if (eventClass == null || !type.equals(types.get(eventClass))) {
            throw new UnknownEventException("event type " + type
                    + " is not registered; name its class, or the sealed interface it is under, in ObjectCodec.of");
        }
        return List.of(fitting(payload, eventClass));
    }

    @Override
    public Set<Class<?>> eventClasses() {
        return Set.copyOf(types.keySet());
    }

    @Override
    public Payload encodeState(Object state) {
        return handles.write(state, "state");
    }

    @Override
    public <S> S decodeState(Payload payload, Class<S> stateClass) {
        return fitting(payload, stateClass);
    }

    private <T> T fitting(Payload payload, Class<T> type) {
        Object kept = handles.read(payload);
        if (!type.isInstance(kept)) {
            throw new CodecException(
                    "the payload stands for " + kept + ", which is no " + type.getName()
                            + "; read it as what was written",
                    null);
        }
        return type.cast(kept);
    }
}
