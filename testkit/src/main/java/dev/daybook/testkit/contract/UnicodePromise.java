package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Names are any Unicode and payloads any bytes, and all come back as they were. */
abstract class UnicodePromise extends Suite {

    private static final String PRECOMPOSED = "caf\u00e9";
    private static final String COMBINING = "cafe\u0301";

    private static final List<String> TEXTS = List.of(
            "order_1",
            "Order_1",
            "ORDER_1",
            "order_1 ",
            " order_1",
            "order_1\t",
            "order_1\n",
            " ",
            PRECOMPOSED,
            COMBINING,
            "\u0645\u062d\u0641\u0638\u0629 \u05d0\u05e8\u05e0\u05e7", // right to left: Arabic, Hebrew
            "\ud83d\udcd2 \ud83d\udc69\u200d\ud83d\ude80", // a ledger, and three code points that show as one astronaut
            "\u5e33\u7c3f",
            "stra\u00dfe",
            "STRASSE",
            "\u0131i\u0130I", // the Turkish i, which case folding confuses
            "\u2126\u03a9", // ohm and omega, which normalisation unifies
            "\ufb01fi", // a ligature and its letters
            "\ufeffbom",
            "\uffff\ufffe",
            "\u0001\u007f\u0085",
            "\udbff\udfff", // the last code point
            "%_*?'\"\\;--/**/",
            "{\"a\":[1]}",
            "a:b:c",
            "null");

    private static NewEvent event(String aggregateId, String type, Metadata metadata, Set<Tag> tags) {
        return new NewEvent(
                Samples.id(),
                aggregateId,
                EventType.of(type),
                Samples.PAYLOAD,
                Samples.event("order_1").timestamp(),
                metadata,
                tags);
    }

    @Test
    void any_text_names_an_aggregate_of_its_own() {
        TEXTS.forEach(text -> append(Samples.event(text)));
        assertThat(all()).extracting(StoredEvent::aggregateId).isEqualTo(TEXTS);
        assertThat(Results.sequences(all())).as("sequences").containsOnly(1L);
        eachIsFoundAlone(Query::aggregate);
    }

    @Test
    void any_text_names_a_type() {
        TEXTS.forEach(text -> append(event("order_1", text, Metadata.none(), Set.of())));
        assertThat(all()).extracting(event -> event.type().name()).isEqualTo(TEXTS);
        eachIsFoundAlone(Query::types);
    }

    @Test
    void any_text_is_the_value_of_a_tag() {
        TEXTS.forEach(text -> append(event("order_1", "t", Metadata.none(), Set.of(Tag.of("key", text)))));
        assertThat(all()).extracting(StoredEvent::tags).isEqualTo(tags());
        eachIsFoundAlone(text -> Query.tags(Tag.of("key", text)));
    }

    private static List<Set<Tag>> tags() {
        return TEXTS.stream().map(text -> Set.of(Tag.of("key", text))).toList();
    }

    @Test
    void any_text_without_a_colon_is_the_key_of_a_tag() {
        List<String> keys = TEXTS.stream().filter(text -> !text.contains(":")).toList();
        keys.forEach(key -> append(event("order_1", "t", Metadata.none(), Set.of(Tag.of(key, "value")))));
        assertThat(all())
                .extracting(event -> event.tags().iterator().next().key())
                .isEqualTo(keys);
    }

    @Test
    void any_text_stands_in_metadata() {
        for (String text : TEXTS) {
            Metadata metadata = Metadata.by(text)
                    .withCorrelationId(text)
                    .withCausationId(text)
                    .with(text, text)
                    .with("empty", "");
            append(event("order_1", "t", metadata, Set.of()));
        }
        assertThat(all()).allSatisfy(event -> {
            String text = TEXTS.get((int) event.position() - 1);
            assertThat(event.metadata().actor()).hasValue(text);
            assertThat(event.metadata().correlationId()).hasValue(text);
            assertThat(event.metadata().causationId()).hasValue(text);
            assertThat(event.metadata().entries())
                    .containsEntry(text, text)
                    .containsEntry("empty", "")
                    .hasSize(2);
        });
        eachIsFoundAlone(text -> Query.metadata(Metadata.by(text)));
        eachIsFoundAlone(text -> Query.metadata(Metadata.none().with(text, text)));
    }

    private void eachIsFoundAlone(Function<String, Query> query) {
        for (int n = 0; n < TEXTS.size(); n++) {
            assertThat(Results.positions(read(query.apply(TEXTS.get(n)), Range.all())))
                    .as("found by %s", TEXTS.get(n))
                    .containsExactly(n + 1L);
        }
    }

    @Test
    void conditions_tell_apart_what_only_looks_alike() {
        append(Samples.event(PRECOMPOSED).tagged(Tag.of("name", PRECOMPOSED)));
        Append other = Append.of(Samples.event(COMBINING))
                .onlyIf(Condition.mustNotExist(COMBINING))
                .onlyIf(Condition.noneMatchingAfter(Query.tags(Tag.of("name", COMBINING)), 0));
        assertThat(Results.stored(log().append(other)).getFirst().sequence()).isEqualTo(1);
    }

    @Test
    void a_payload_is_any_bytes_with_any_content_type() {
        byte[] every = new byte[512];
        for (int n = 0; n < every.length; n++) {
            every[n] = (byte) n;
        }
        Payload binary = Payload.of("application/octet-stream", every);
        Payload notEvenUtf8 = Payload.json(new byte[] {(byte) 0xff, 0, (byte) 0xc0, (byte) 0x80});
        append(Samples.event("order_1", binary), Samples.event("order_1", notEvenUtf8));
        assertThat(all()).extracting(StoredEvent::payload).containsExactly(binary, notEvenUtf8);
    }

    @Test
    void names_without_a_character_with_nul_or_with_half_a_character_are_refused_by_the_values() {
        for (String bad : List.of("", "a\u0000b", "\u0000", "\ud83d", "\udcd2", "\udcd2\ud83d", "a\ud83db")) {
            List<Consumer<String>> names = List.of(
                    Samples::event,
                    EventType::of,
                    text -> Tag.of("key", text),
                    text -> Tag.of(text, "value"),
                    Metadata::by,
                    text -> Metadata.none().withCorrelationId(text),
                    text -> Metadata.none().withCausationId(text),
                    text -> Metadata.none().with(text, "value"),
                    text -> Payload.of(text, new byte[0]));
            names.forEach(name -> refused(() -> name.accept(bad)));
        }
        refused(() -> Metadata.none().with("key", "a\u0000b"));
        refused(() -> Metadata.none().with("key", "\ud83d"));
        assertThat(log().head()).isZero();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }
}
