package dev.daybook.console;

import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Security;
import dev.daybook.console.web.Bounds;
import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Versions;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Console}, each with a usual value; begun with {@link Console#builder}. For one thread. */
public final class ConsoleBuilder {

    private final Daybook daybook;
    private final Map<String, Aggregate<?, ?, ?, ?>> aggregates = new LinkedHashMap<>();
    private final List<EventConsumer> consumers = new ArrayList<>();
    private final List<Projector<?, ?>> projectors = new ArrayList<>();
    private final List<Versions<?>> versions = new ArrayList<>();
    private @Nullable Redaction masking;
    private Security security = Security.loopback();
    private Bounds bounds = Bounds.STANDARD;
    private boolean appends;

    ConsoleBuilder(Daybook daybook) {
        this.daybook = daybook;
    }

    /**
     * Folds aggregates by your rules. Without any, the console shows the last value of each field.
     *
     * @param idPrefix how the ids of these aggregates begin, such as {@code order_}; of several that fit, the longest counts
     * @param rules their rules
     * @return this builder
     */
    public ConsoleBuilder aggregate(String idPrefix, Aggregate<?, ?, ?, ?> rules) {
        aggregates.put(idPrefix, rules);
        return this;
    }

    /**
     * Shows how a consumer of this process is, and lets an operator deal with its dead letters.
     *
     * @param consumer a consumer that this process runs; stays the caller's to close
     * @return this builder
     */
    public ConsoleBuilder consumer(EventConsumer consumer) {
        consumers.add(consumer);
        return this;
    }

    /**
     * Shows a view, and lets an operator compare it with the log.
     *
     * @param view what keeps it; stays the caller's to close
     * @return this builder
     */
    public ConsoleBuilder view(Projector<?, ?> view) {
        projectors.add(view);
        return consumer(view.consumer());
    }

    /**
     * Shows the versions of a view, and lets an operator compare them and switch to another.
     *
     * @param view what keeps them; stays the caller's to close
     * @return this builder
     */
    public ConsoleBuilder view(Versions<?> view) {
        versions.add(view);
        view.numbers().forEach(number -> consumer(view.version(number).consumer()));
        return this;
    }

    /**
     * Lets writers append events by the API, which nobody can unless this is said.
     *
     * @return this builder
     */
    public ConsoleBuilder appends() {
        appends = true;
        return this;
    }

    /**
     * Masks other fields than those that event records mark as {@link dev.daybook.ports.event.Sensitive}, in everything that leaves the
     * console. An auditor can ask for what is behind the masks, which is recorded.
     *
     * @param fields which
     * @return this builder
     */
    public ConsoleBuilder masking(Redaction fields) {
        masking = fields;
        return this;
    }

    /**
     * Other security than {@link Security#loopback}.
     *
     * @param who who may see and do what
     * @return this builder
     */
    public ConsoleBuilder security(Security who) {
        security = who;
        return this;
    }

    ConsoleBuilder bounds(Bounds others) {
        bounds = others;
        return this;
    }

    Bounds bounds() {
        return bounds;
    }

    Daybook daybook() {
        return daybook;
    }

    Readers.Told told() {
        return new Readers.Told(masking(), aggregates, consumers, projectors, versions);
    }

    boolean takesAppends() {
        return appends;
    }

    private Redaction masking() {
        if (masking != null) {
            return masking;
        }
        return daybook.events() instanceof JacksonCodec codec ? Redaction.ofMarks(codec) : Redaction.none();
    }

    Security security() {
        return security;
    }

    /**
     * The console.
     *
     * @return a console, to be started or put into a server; to be closed, before its daybook
     */
    public Console build() {
        return new Console(this);
    }
}
