package dev.daybook.jooq;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.view.ViewRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes a draft and commits it in one round trip, each column of a table as an array. Nothing is written unless the log ends where the
 * draft takes it to end: that is looked at under the log's lock, which the same round trip takes, so that a draft may be made of what
 * is remembered without asking the log first.
 */
final class ArrayInserts {

    /** Tags and entries as text are needed twice, for the checksum too. */
    private record Row(
            Draft.Row of, @Nullable String tags, @Nullable String entries) {

        StoredEvent stored() {
            return of.event();
        }

        Metadata metadata() {
            return of.event().event().metadata();
        }
    }

    /** How many results come before those of the statements: of the beginning, and of the lock. */
    private static final int BEFORE = 2;

    private record Label(String label, long position) {}

    private final Dialect dialect;

    /** The texts of whole transactions and of ends of them, by what they do. */
    private final Map<List<String>, String> wholes = new HashMap<>();

    private final Map<List<String>, String> ends = new HashMap<>();
    private final ArrayRows<Map.Entry<String, Long>> aggregates;
    private final ArrayRows<Map.Entry<LogState.TypeKey, Long>> types;
    private final ArrayRows<Label> labels;
    private final ArrayRows<Draft.FullBlock> blocks;
    private final ArrayRows<Row> plain;
    private final ArrayRows<Row> detailed;
    private final ArrayRows<Map.Entry<Long, ViewRow>> put;
    private final ArrayRows<Map.Entry<Long, String>> removed;
    private final ArrayRows<InlineGroup.Followed> followed;

    /** Null if the engine or its driver cannot do so. */
    static @Nullable ArrayInserts of(Dialect dialect) {
        return dialect.atOnce(List.of(), true) == null ? null : new ArrayInserts(dialect);
    }

    private ArrayInserts(Dialect dialect) {
        this.dialect = dialect;
        DSLContext sql = dialect.sql();
        aggregates = ArrayRows.<Map.Entry<String, Long>>of(sql, Tables.AGGREGATE)
                .with(Tables.AGGREGATE_KEY, Map.Entry::getValue)
                .with(Tables.AGGREGATE_ID, Map.Entry::getKey)
                .insert();
        types = ArrayRows.<Map.Entry<LogState.TypeKey, Long>>of(sql, Tables.TYPE)
                .with(Tables.TYPE_KEY, Map.Entry::getValue)
                .with(Tables.TYPE_NAME, type -> type.getKey().type().name())
                .with(Tables.TYPE_VERSION, type -> (long) type.getKey().type().version())
                .with(Tables.TYPE_CONTENT, type -> type.getKey().contentType())
                .insert();
        labels = ArrayRows.<Label>of(sql, Tables.LABEL)
                .with(Tables.LABEL_LABEL, Label::label)
                .with(Tables.LABEL_POSITION, Label::position)
                .insert();
        blocks = ArrayRows.<Draft.FullBlock>of(sql, Tables.BLOCK)
                .with(Tables.BLOCK_NUMBER, Draft.FullBlock::block)
                .with(Tables.BLOCK_EARLIEST, full -> full.span().earliest())
                .with(Tables.BLOCK_LATEST, full -> full.span().latest())
                .with(Tables.BLOCK_RECORDED, full -> full.span().firstRecorded())
                .insert();
        plain = event(sql).insert();
        detailed = event(sql)
                .with(Tables.EVENT_ACTOR, row -> row.metadata().actor().orElse(null))
                .with(
                        Tables.EVENT_CORRELATION,
                        row -> row.metadata().correlationId().orElse(null))
                .with(
                        Tables.EVENT_CAUSATION,
                        row -> row.metadata().causationId().orElse(null))
                .with(Tables.EVENT_TAGS, Row::tags)
                .with(Tables.EVENT_METADATA, Row::entries)
                .insert();
        put = ArrayRows.<Map.Entry<Long, ViewRow>>of(sql, Tables.ROW)
                .with(Tables.ROW_VIEW, Map.Entry::getKey)
                .with(Tables.ROW_KEY, row -> row.getValue().key())
                .with(Tables.ROW_SORT, row -> row.getValue().sort())
                .with(Tables.ROW_CONTENT, row -> row.getValue().state().contentType())
                .with(Tables.ROW_STATE, row -> row.getValue().state().bytes())
                .statement(ArrayRows.PUT);
        removed = ArrayRows.<Map.Entry<Long, String>>of(sql, Tables.ROW)
                .with(Tables.ROW_VIEW, Map.Entry::getKey)
                .with(Tables.ROW_KEY, Map.Entry::getValue)
                .statement(ArrayRows.REMOVE);
        followed = ArrayRows.<InlineGroup.Followed>of(sql, Tables.CONSUMER)
                .with(Tables.CONSUMER_NAME, InlineGroup.Followed::view)
                .with(Tables.CONSUMER_CHECKPOINT, InlineGroup.Followed::position)
                .with(Tables.CONSUMER_MOVED_AT, InlineGroup.Followed::micros)
                .statement(ArrayRows.FOLLOW);
    }

    /** Whether a draft is of nothing but events, and of rows of views for which nothing has to be asked. */
    boolean take(Draft draft) {
        return !draft.rows().isEmpty()
                && draft.snapshots().isEmpty()
                && draft.inline().isForeseen();
    }

    private static ArrayRows.Builder<Row> event(DSLContext sql) {
        return ArrayRows.<Row>of(sql, Tables.EVENT)
                .with(Tables.EVENT_POSITION, row -> row.stored().position())
                .with(Tables.EVENT_ID, row -> EventRows.bytes(row.stored().id()))
                .with(Tables.EVENT_AGGREGATE, row -> row.of.aggregate())
                .with(Tables.EVENT_SEQUENCE, row -> row.stored().sequence())
                .with(Tables.EVENT_TYPE, row -> row.of.type())
                .with(
                        Tables.EVENT_TIMESTAMP,
                        row -> Timestamps.toMicros(row.stored().timestamp()))
                .with(
                        Tables.EVENT_RECORDED_AT,
                        row -> Timestamps.toMicros(row.stored().recordedAt()))
                .with(Tables.EVENT_PAYLOAD, row -> row.stored().payload().bytes())
                .with(Tables.EVENT_CHECKSUM, row -> Checksum.of(row.stored(), row.tags, row.entries));
    }

    /** What is to be bound to one of the statements. */
    private record Part<T>(ArrayRows<T> of, List<T> rows) {

        String sql() {
            return of.sql(rows.size());
        }

        int bind(PreparedStatement statement, int first, long head) throws SQLException {
            return of.bind(statement, first, rows, head);
        }
    }

    /**
     * Writes a draft that has events, and commits.
     *
     * @param whole true where no transaction has begun yet
     * @param head where the draft takes the log to end
     * @return false if it ends elsewhere; nothing is written then
     */
    boolean write(Session session, Draft draft, boolean whole, long head) throws SQLException {
        List<Part<?>> parts = parts(draft);
        List<String> statements = parts.stream().map(Part::sql).toList();
        String text = (whole ? wholes : ends)
                .computeIfAbsent(statements, several -> Objects.requireNonNull(dialect.atOnce(several, whole)));
        PreparedStatement all = session.prepare(text);
        int next = 1;
        for (Part<?> part : parts) {
            next = part.bind(all, next, head);
        }
        all.execute();
        int before = parts.size() - 1 + (whole ? BEFORE : 0);
        for (int result = 0; result < before; result++) {
            all.getMoreResults();
        }
        return all.getUpdateCount() > 0;
    }

    /** The events last, since they are what all others look at. */
    private List<Part<?>> parts(Draft draft) {
        List<Part<?>> parts = new ArrayList<>();
        add(parts, aggregates, List.copyOf(draft.newAggregates().entrySet()));
        add(parts, types, List.copyOf(draft.newTypes().entrySet()));
        add(parts, labels, labels(draft.rows()));
        add(parts, blocks, draft.fullBlocks());
        add(parts, put, draft.inline().put());
        add(parts, removed, draft.inline().removed());
        add(parts, followed, draft.inline().followed(draft.head()));
        List<Row> rows = draft.rows().stream().map(ArrayInserts::row).toList();
        boolean isPlain = draft.rows().stream()
                .allMatch(row -> Inserts.isPlain(row.event().event()));
        add(parts, isPlain ? plain : detailed, rows);
        return parts;
    }

    private static <T> void add(List<Part<?>> parts, ArrayRows<T> of, List<T> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Part<>(of, rows));
        }
    }

    private static Row row(Draft.Row of) {
        return new Row(
                of, Inserts.tags(of.event().event()), Inserts.entries(of.event().event()));
    }

    private static List<Label> labels(List<Draft.Row> rows) {
        List<Label> labels = new ArrayList<>();
        for (Draft.Row row : rows) {
            for (String label : Labels.of(row.event().event())) {
                labels.add(new Label(label, row.event().position()));
            }
        }
        return labels;
    }
}
