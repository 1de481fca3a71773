package dev.daybook.core.audit;

import dev.daybook.ports.event.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says in words what happened: by a function of the user's for its class, else from the type's name and the record's components,
 * such as {@code Order placed: symbol BTC-USD, quantity 2}. Immutable.
 */
public final class Descriptions {

    private static final Descriptions GENERIC = new Descriptions(Map.of());

    private final Map<Class<?>, Function<Object, String>> own;

    private Descriptions(Map<Class<?>, Function<Object, String>> own) {
        this.own = own;
    }

    /**
     * Words for every event without further ado.
     *
     * @return descriptions from names and components; those marked {@link dev.daybook.ports.event.Sensitive} are masked
     */
    public static Descriptions generic() {
        return GENERIC;
    }

    /**
     * The same with other words for one class.
     *
     * @param eventClass the class of the event
     * @param words says what happened
     * @param <E> the event
     * @return a changed copy
     */
    public <E> Descriptions with(Class<E> eventClass, Function<? super E, String> words) {
        Map<Class<?>, Function<Object, String>> more = new HashMap<>(own);
        more.put(eventClass, event -> words.apply(eventClass.cast(event)));
        return new Descriptions(Map.copyOf(more));
    }

    /**
     * What happened.
     *
     * @param stored what the log has
     * @param decoded the same as objects, none if it could not be decoded
     * @return one line of text; never fails for a function of the user's that does
     */
    public String describe(StoredEvent stored, List<Object> decoded) {
        if (decoded.isEmpty()) {
            return Words.sentence(stored.type().name());
        }
        if (decoded.size() == 1) {
            return describe(stored, decoded.getFirst());
        }
        List<String> parts = new ArrayList<>();
        for (Object event : decoded) {
            parts.add(describe(stored, event));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private String describe(StoredEvent stored, Object event) {
        Function<Object, String> words = own.get(event.getClass());
        if (words != null) {
            try {
                return words.apply(event);
            } catch (RuntimeException failure) {
                return Words.generic(stored.type().name(), event) + " (its description failed: " + failure + ")";
            }
        }
        return Words.generic(stored.type().name(), event);
    }
}
