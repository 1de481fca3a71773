package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is as large as the storage states is taken whole; what is larger is refused before anything is written. */
abstract class BoundedPromise extends Suite {

    private static final NewEvent EVENT = Samples.event("order_1");

    /** One character that is two chars of Java and four bytes of UTF-8, so that counting anything but characters shows. */
    private static final String WIDE = "\uD83D\uDCD2";

    private Limits limits() {
        return storage.description().limits();
    }

    private static NewEvent fresh(NewEvent event) {
        return new NewEvent(
                Samples.id(),
                event.aggregateId(),
                event.type(),
                event.payload(),
                event.timestamp(),
                event.metadata(),
                event.tags());
    }

    private void taken(NewEvent event) {
        NewEvent own = fresh(event);
        append(own);
        assertThat(read(Query.all(), Range.newestFirst().limit(1)).getFirst().event())
                .isEqualTo(own);
    }

    private void refused(NewEvent event) {
        Refusals.tooLarge(log(), Append.of(fresh(event)));
        Refusals.tooLarge(log(), Append.of(Samples.event("order_2"), fresh(event)));
    }

    @TestFactory
    Stream<DynamicTest> names_are_taken_up_to_their_limit_and_refused_past_it() {
        Map<String, Function<String, NewEvent>> names = new LinkedHashMap<>();
        names.put("aggregate id", Samples::event);
        names.put("type", name -> Samples.event("order_1", name));
        names.put("content type", name -> Samples.event("order_1", Payload.of(name, new byte[] {1})));
        names.put("actor", name -> EVENT.with(Metadata.by(name)));
        names.put("correlation id", name -> EVENT.with(Metadata.none().withCorrelationId(name)));
        names.put("causation id", name -> EVENT.with(Metadata.none().withCausationId(name)));
        names.put("metadata key", name -> EVENT.with(Metadata.none().with(name, "value")));
        names.put("tag", name -> EVENT.tagged(Tag.of("key", name.substring(name.offsetByCodePoints(0, 4)))));
        return names.entrySet().stream()
                .flatMap(name -> Stream.of("x", WIDE)
                        .map(character -> dynamicTest(
                                name.getKey() + " of " + character,
                                () -> atTheLimit(
                                        limits().nameLength(),
                                        length -> name.getValue().apply(character.repeat(length))))));
    }

    private void atTheLimit(int limit, IntFunction<NewEvent> ofSize) {
        taken(ofSize.apply(limit));
        refused(ofSize.apply(limit + 1));
        taken(ofSize.apply(limit - 1));
    }

    @Test
    void a_metadata_value_is_taken_up_to_its_limit_in_characters() {
        for (String character : List.of("x", WIDE)) {
            atTheLimit(
                    limits().metadataValueLength(),
                    length -> EVENT.with(Metadata.none().with("note", character.repeat(length))));
        }
    }

    @Test
    void metadata_entries_are_taken_up_to_their_limit() {
        atTheLimit(limits().metadataEntries(), count -> {
            Metadata metadata = Metadata.none();
            for (int n = 0; n < count; n++) {
                metadata = metadata.with("key " + n, "value " + n);
            }
            return EVENT.with(metadata);
        });
    }

    @Test
    void tags_are_taken_up_to_their_limit() {
        atTheLimit(limits().tagsPerEvent(), count -> EVENT.tagged(tags(count)));
    }

    private static Tag[] tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Tag.of("student", "s" + n))
                .toArray(Tag[]::new);
    }

    @Test
    void a_payload_is_taken_up_to_its_limit_in_bytes_and_also_empty() {
        taken(Samples.event("order_1", Payload.of("application/octet-stream", new byte[0])));
        atTheLimit(limits().payloadBytes(), size -> Samples.event("order_1", Payload.json(bytes(size))));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int n = 0; n < size; n++) {
            bytes[n] = (byte) n;
        }
        return bytes;
    }

    @Test
    void an_append_is_taken_up_to_its_limit_of_events() {
        int limit = limits().eventsPerAppend();
        assertThat(append(Samples.events(limit, "order_1"))).hasSize(limit);
        Refusals.tooLarge(log(), Append.of(Samples.events(limit + 1, "order_1")));
    }

    @Test
    void an_append_is_taken_up_to_its_limit_of_bytes() {
        Payload large = Payload.json(bytes(limits().payloadBytes()));
        int most = (int) (limits().bytesPerAppend() / limits().payloadBytes());
        List<NewEvent> events = new ArrayList<>();
        for (int n = 0; n < most; n++) {
            events.add(Samples.event("order_" + n, large));
        }
        assertThat(append(events)).hasSize(most);
        List<NewEvent> more =
                new ArrayList<>(events.stream().map(BoundedPromise::fresh).toList());
        more.add(Samples.event("order_1", Payload.json("1")));
        Refusals.tooLarge(log(), Append.of(more));
        assertThat(read(Query.all(), Range.newestFirst().limit(1)).getFirst().event())
                .isEqualTo(events.getLast());
    }

    @Test
    void conditions_are_taken_up_to_their_limit() {
        int limit = limits().conditionsPerAppend();
        List<Condition> conditions = new ArrayList<>();
        for (int n = 0; n < limit; n++) {
            conditions.add(Condition.mustNotExist("wallet_" + n));
        }
        Results.stored(log().append(new Append(List.of(Samples.event("order_1")), conditions)));
        conditions.add(Condition.mustNotExist("wallet"));
        Refusals.tooLarge(log(), new Append(List.of(Samples.event("order_1")), conditions));
    }

    @Test
    void an_aggregate_id_past_the_limit_is_refused_in_a_condition_too() {
        String tooLong = "x".repeat(limits().nameLength() + 1);
        Refusals.tooLarge(log(), Append.of(EVENT).onlyIf(Condition.mustNotExist(tooLong)));
    }

    @Test
    void a_query_is_taken_up_to_its_limit_of_terms() {
        append(EVENT, Samples.event("order_2"));
        int limit = limits().queryTerms();
        // An alternative counts as a term itself.
        assertThat(read(aggregates(limit - 1), Range.all())).hasSize(2);
        assertThat(read(alternatives(limit / 2), Range.all())).hasSize(2);
        Refusals.tooLarge(() -> read(aggregates(limit), Range.all()));
        Refusals.tooLarge(() -> read(alternatives(limit / 2 + 1), Range.all()));
        Condition tooLarge = Condition.noneMatchingAfter(aggregates(limit), 0);
        Refusals.tooLarge(log(), Append.of(Samples.event("order_1")).onlyIf(tooLarge));
    }

    private static Query aggregates(int count) {
        return Query.of(Criteria.any()
                .aggregates(IntStream.rangeClosed(1, count)
                        .mapToObj(n -> "order_" + n)
                        .toArray(String[]::new)));
    }

    private static Query alternatives(int count) {
        return new Query(IntStream.rangeClosed(1, count)
                .mapToObj(n -> Criteria.any().aggregates("order_" + n))
                .toList());
    }

    @Test
    void a_snapshot_is_taken_up_to_its_limit_in_bytes() {
        Snapshot largest = snapshot("order_1", new byte[limits().snapshotBytes()]);
        storage.snapshots().save(largest);
        assertThat(storage.snapshots().newest("order_1", "f1")).hasValue(largest);
        Refusals.tooLarge(() -> storage.snapshots().save(snapshot("order_2", new byte[limits().snapshotBytes() + 1])));
        Refusals.tooLarge(() -> storage.snapshots().save(snapshot("x".repeat(limits().nameLength() + 1), new byte[1])));
        assertThat(storage.snapshots().newest("order_2", "f1")).isEmpty();
        assertThat(storage.snapshots().totals().count()).isEqualTo(1);
    }

    private Snapshot snapshot(String aggregateId, byte[] state) {
        return new Snapshot(aggregateId, 1, "f1", clock.instant(), clock.instant(), Payload.json(state));
    }

    @Test
    void a_refused_append_does_no_harm_to_the_next() {
        refused(Samples.event("x".repeat(limits().nameLength() + 1)));
        assertThat(append(Samples.event("order_1")).getFirst().position()).isEqualTo(1);
    }

    @Test
    void the_limits_are_those_every_adapter_keeps_but_for_snapshots_which_no_log_is_moved_with() {
        Limits standard = Limits.standard();
        assertThat(limits().withSnapshotBytes(standard.snapshotBytes())).isEqualTo(standard);
        assertThat(limits().snapshotBytes()).isBetween(standard.payloadBytes(), standard.snapshotBytes());
        assertThat(storage.description().engine()).isNotBlank();
        assertThat(storage.description().location()).isNotBlank();
        assertThat(storage.description().durability()).isNotBlank();
    }

    @Test
    void a_type_keeps_its_version() {
        taken(new NewEvent(
                Samples.id(),
                "order_1",
                new EventType("order_placed", Integer.MAX_VALUE),
                Samples.PAYLOAD,
                clock.instant(),
                Metadata.none(),
                Set.of()));
    }
}
