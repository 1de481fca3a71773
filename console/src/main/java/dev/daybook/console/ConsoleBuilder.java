package dev.daybook.console;

import dev.daybook.console.security.Security;
import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.jackson.export.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Console}, each with a usual value; begun with {@link Console#builder}. For one thread. */
public final class ConsoleBuilder {

    private final Daybook daybook;
    private final Map<String, Aggregate<?, ?, ?, ?>> aggregates = new LinkedHashMap<>();
    private @Nullable Redaction masking;
    private Security security = Security.loopback();

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

    Daybook daybook() {
        return daybook;
    }

    Map<String, Aggregate<?, ?, ?, ?>> aggregates() {
        return aggregates;
    }

    Redaction masking() {
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
