package dev.daybook.jackson.export;

import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an export masks: fields by event type and path, and the components that records mark as
 * {@link dev.daybook.ports.event.Sensitive}. A masked value is {@value #MASK}, whatever it was, and the export lists its path.
 *
 * <p>It fails closed. The whole payload is masked if a type has something to mask and the payload is not JSON that can be read; and,
 * with {@link Builder#marked}, if the codec does not know the type, or if the event is of an older version in which a marked
 * component is not found in its place. A rule by {@link Builder#field} for the type itself says that somebody has looked at it.
 * Immutable.
 */
public final class Redaction {

    /** What stands in the place of a masked value. */
    public static final String MASK = "***";

    private static final String ANY_TYPE = "*";
    private static final Redaction NONE = new Builder().build();

    private final Map<String, List<Pattern>> byType;
    private final @Nullable Map<String, Marked> marked;

    private Redaction(Builder builder) {
        byType = new HashMap<>(builder.fields);
        marked = builder.marked == null ? null : Map.copyOf(builder.marked);
    }

    /** The marked components of a registered class, and the type it writes. */
    private record Marked(EventType type, List<Pattern> patterns) {}

    /**
     * Nothing masked.
     *
     * @return the redaction that shows everything
     */
    public static Redaction none() {
        return NONE;
    }

    /**
     * A redaction to be put together.
     *
     * @return a builder that masks nothing yet
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What is marked as {@link dev.daybook.ports.event.Sensitive} among a codec's records: as {@link Builder#marked} masks it where any
     * component is marked, and nothing where none is.
     *
     * @param codec knows the records
     * @return the redaction that the records themselves ask for
     */
    public static Redaction ofMarks(JacksonCodec codec) {
        boolean any = codec.eventClasses().stream()
                .anyMatch(eventClass -> !SensitiveComponents.of(eventClass).isEmpty());
        return any ? builder().marked(codec).build() : NONE;
    }

    /**
     * Of which types something is masked, so that whoever shows what was made of events can tell whether it may be shown.
     *
     * @return names of event types; {@code *} among them stands for every type
     */
    public Set<String> types() {
        Set<String> types = new TreeSet<>(byType.keySet());
        if (marked != null) {
            marked.forEach((type, known) -> {
                if (!known.patterns().isEmpty()) {
                    types.add(type);
                }
            });
        }
        return types;
    }

    /**
     * Masks an event.
     *
     * @param event an event of the log
     * @return the event as it may be seen
     */
    public Redacted apply(StoredEvent event) {
        List<Pattern> patterns = new ArrayList<>(byType.getOrDefault(ANY_TYPE, List.of()));
        List<Pattern> own = byType.get(event.type().name());
        if (own != null) {
            patterns.addAll(own);
        }
        List<Pattern> required = List.of();
        if (marked != null) {
            Marked known = marked.get(event.type().name());
            if (known == null && own == null) {
                return Masking.whole(event);
            }
            if (known != null) {
                patterns.addAll(known.patterns());
                required = known.type().equals(event.type()) || own != null ? List.of() : known.patterns();
            }
        }
        return patterns.isEmpty() ? new Redacted(event, List.of()) : masked(event, patterns, required);
    }

    private static Redacted masked(StoredEvent event, List<Pattern> patterns, List<Pattern> required) {
        Payload payload = event.payload();
        if (!JsonLine.isJsonType(payload.contentType())) {
            return Masking.whole(event);
        }
        return Masking.apply(event, patterns, required);
    }

    /** Puts a redaction together. For one thread. */
    public static final class Builder {

        private final Map<String, List<Pattern>> fields = new HashMap<>();
        private @Nullable Map<String, Marked> marked;

        private Builder() {}

        /**
         * Masks a field.
         *
         * @param type the name of the event type, {@code *} for every type; all its versions are meant
         * @param path a JSON pointer (RFC 6901) such as {@code /owner/address}, in which {@code *} is any one field or element and
         *     {@code **} any number of them; the empty pointer is the whole payload
         * @return this
         * @throws IllegalArgumentException if the path is neither empty nor begins with a slash
         */
        public Builder field(String type, String path) {
            fields.computeIfAbsent(type, any -> new ArrayList<>()).add(Pattern.parse(path));
            return this;
        }

        /**
         * Masks what the codec's records mark as {@link dev.daybook.ports.event.Sensitive}, at any depth.
         *
         * @param codec knows the records
         * @return this
         */
        public Builder marked(JacksonCodec codec) {
            Map<String, Marked> all = marked == null ? new HashMap<>() : marked;
            for (Class<?> eventClass : codec.eventClasses()) {
                EventType type = codec.typeOf(eventClass);
                all.put(type.name(), new Marked(type, SensitiveComponents.of(eventClass)));
            }
            marked = all;
            return this;
        }

        /**
         * The redaction.
         *
         * @return what was put together
         */
        public Redaction build() {
            return new Redaction(this);
        }
    }
}
