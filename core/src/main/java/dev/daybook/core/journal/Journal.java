package dev.daybook.core.journal;

import dev.daybook.core.context.Context;
import dev.daybook.core.context.Envelopes;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps commands in the log itself, beside the events that they have caused: an entry is an event whose content is the command, in a stream
 * {@code journal:ID} beside that of the aggregate. It is stored by the same append as its events, so that there is never one without the
 * other; it can be found, exported, masked and proved as every event can. The command classes are registered with the codec as event classes
 * are. An aggregate's id can have 8 characters less than without a journal. Safe for concurrent use.
 *
 * @param <C> the commands
 */
public final class Journal<C> {

    private static final String STREAM = "journal:";
    private static final String TAG = "journal";
    private static final String SEQUENCE = "journal.sequence";
    private static final String DETAIL = "journal.detail";
    private static final String EVENTS = "journal.events";

    /** What every storage takes as the value of an entry of metadata. */
    private static final int LONGEST_DETAIL = 1_000;

    private final Class<C> commandClass;
    private final EventCodec codec;
    private final EventLog log;
    private final Envelopes envelopes;
    private final Supplier<UUID> ids;

    /**
     * From ports.
     *
     * @param commandClass the class of the commands: the sealed interface above them, or the one record
     * @param codec reads commands
     * @param log where they are kept
     * @param envelopes makes entries ready
     * @param ids gives the ids of entries
     */
    public Journal(Class<C> commandClass, EventCodec codec, EventLog log, Envelopes envelopes, Supplier<UUID> ids) {
        this.commandClass = commandClass;
        this.codec = codec;
        this.log = log;
        this.envelopes = envelopes;
        this.ids = ids;
    }

    /**
     * An entry, ready to be stored.
     *
     * @param aggregateId the aggregate that was asked
     * @param command what was asked
     * @param context who asked, and why
     * @param sequence the sequence that the aggregate was at
     * @param outcome what became of it
     * @param detail why, empty where it was accepted
     * @param events how many events it has caused
     * @return the entry
     * @throws dev.daybook.ports.codec.UnknownEventException if the command's class is not registered
     */
    public NewEvent entry(
            String aggregateId, C command, Context context, long sequence, Outcome outcome, String detail, int events) {
        NewEvent sealed = envelopes
                .seal(STREAM + aggregateId, List.of(command), any -> Set.of(), context, ids)
                .getFirst();
        Metadata metadata =
                sealed.metadata().with(SEQUENCE, Long.toString(sequence)).with(EVENTS, Integer.toString(events));
        if (!detail.isEmpty()) {
            metadata = metadata.with(DETAIL, detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
        }
        return sealed.with(metadata).tagged(tag(outcome));
    }

    private static Tag tag(Outcome outcome) {
        return Tag.of(TAG, outcome.word());
    }

    /**
     * Which events are entries, whatever their commands are.
     *
     * @param outcomes of these outcomes, of any if none is given
     * @return asks for them in a log
     */
    public static Query query(Outcome... outcomes) {
        Outcome[] all = outcomes.length == 0 ? Outcome.values() : outcomes;
        return Query.of(Arrays.stream(all)
                .map(outcome -> Criteria.any().tags(tag(outcome)))
                .toArray(Criteria[]::new));
    }

    /**
     * Which events are the entries of one aggregate.
     *
     * @param aggregateId the aggregate that was asked
     * @param outcomes what became of the commands, none for whatever it was
     * @return asks for them in a log
     */
    public static Query queryOf(String aggregateId, Outcome... outcomes) {
        Criteria entries = Criteria.any().aggregates(STREAM + aggregateId);
        return outcomes.length == 0
                ? Query.of(entries)
                : Query.of(Arrays.stream(outcomes)
                        .map(outcome -> entries.tags(tag(outcome)))
                        .toArray(Criteria[]::new));
    }

    /**
     * Reads entries, oldest first, in constant memory.
     *
     * @param range which part of the log
     * @return a sequential stream, to be closed
     */
    public Stream<JournalEntry<C>> read(Range range) {
        return read(query(), range);
    }

    /**
     * Reads the entries of one outcome, such as all that was rejected.
     *
     * @param outcome what has become of them
     * @param range which part of the log
     * @return a sequential stream, to be closed
     */
    public Stream<JournalEntry<C>> read(Outcome outcome, Range range) {
        return read(query(outcome), range);
    }

    /**
     * Reads the entries of one aggregate.
     *
     * @param aggregateId the aggregate that was asked
     * @param range which part of the log
     * @return a sequential stream, to be closed
     */
    public Stream<JournalEntry<C>> of(String aggregateId, Range range) {
        return read(queryOf(aggregateId), range);
    }

    private Stream<JournalEntry<C>> read(Query query, Range range) {
        return log.read(query, range).stream().flatMap(this::entry);
    }

    private Stream<JournalEntry<C>> entry(StoredEvent stored) {
        return codec.decode(stored.type(), stored.payload()).stream()
                .filter(commandClass::isInstance)
                .map(command -> entry(stored, commandClass.cast(command)));
    }

    private JournalEntry<C> entry(StoredEvent stored, C command) {
        var entries = stored.metadata().entries();
        Outcome outcome = stored.tags().stream()
                .filter(tag -> tag.key().equals(TAG))
                .map(tag -> Outcome.of(tag.value()))
                .findFirst()
                .orElseThrow();
        return new JournalEntry<>(
                stored.position(),
                stored.aggregateId().substring(STREAM.length()),
                command,
                Long.parseLong(entries.getOrDefault(SEQUENCE, "0")),
                outcome,
                entries.getOrDefault(DETAIL, ""),
                Integer.parseInt(entries.getOrDefault(EVENTS, "0")),
                stored.timestamp(),
                stored.metadata());
    }
}
