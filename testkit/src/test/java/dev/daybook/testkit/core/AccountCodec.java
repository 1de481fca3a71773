package dev.daybook.testkit.core;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.codec.UnknownEventException;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Events as the text of their amount. Type {@code moved} of before is brought up to date: a positive amount is a deposit, a
 * negative one a withdrawal, zero nothing, and one above 1,000 two deposits. States are kept in a list, and their payload says where.
 */
final class AccountCodec implements EventCodec, StateCodec {

    /** Registered, but of no account. */
    record Noise(String text) {}

    static final EventType MOVED = EventType.of("moved");

    private static final Map<Class<?>, EventType> TYPES = Map.of(
            Account.Event.Deposited.class, EventType.of("deposited"),
            Account.Event.Withdrawn.class, EventType.of("withdrawn"),
            Noise.class, EventType.of("noise"));

    private final List<Object> states = new CopyOnWriteArrayList<>();

    @Override
    public EventType typeOf(Class<?> eventClass) {
        EventType type = TYPES.get(eventClass);
        if (type == null) {
            throw new UnknownEventException(eventClass.getName() + " is not registered; register it");
        }
        return type;
    }

    @Override
    public Payload encode(Object event) {
        return Payload.of("text/plain", text(event).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Object> decode(EventType type, Payload payload) {
        return switch (type.name()) {
            case "deposited" -> List.of(new Account.Event.Deposited(amount(payload)));
            case "withdrawn" -> List.of(new Account.Event.Withdrawn(amount(payload)));
            case "noise" -> List.of(new Noise(payload.text()));
            case "moved" -> moved(amount(payload));
            default -> throw new UnknownEventException("type " + type + " is not registered");
        };
    }

    @Override
    public Set<Class<?>> eventClasses() {
        return TYPES.keySet();
    }

    @Override
    public Payload encodeState(Object state) {
        states.add(state);
        return Payload.of(
                "text/plain", String.valueOf(states.lastIndexOf(state)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public <S> S decodeState(Payload payload, Class<S> stateClass) {
        return stateClass.cast(states.get((int) amount(payload)));
    }

    private static String text(Object event) {
        return switch (event) {
            case Account.Event.Deposited(long amount) -> String.valueOf(amount);
            case Account.Event.Withdrawn(long amount) -> String.valueOf(amount);
            case Noise(String text)
            when text.equals("unwritable") -> throw new CodecException("unwritable noise", null);
            case Noise(String text) -> text;
            default -> throw new UnknownEventException(event.getClass().getName() + " is not registered");
        };
    }

    private static List<Object> moved(long amount) {
        if (amount > 1_000) {
            return Collections.nCopies(2, new Account.Event.Deposited(amount / 2));
        }
        return switch (Long.signum(amount)) {
            case 1 -> List.of(new Account.Event.Deposited(amount));
            case -1 -> List.of(new Account.Event.Withdrawn(-amount));
            default -> List.of();
        };
    }

    private static long amount(Payload payload) {
        try {
            return Long.parseLong(payload.text());
        } catch (NumberFormatException malformed) {
            throw new CodecException("not an amount: " + payload.text(), malformed);
        }
    }
}
