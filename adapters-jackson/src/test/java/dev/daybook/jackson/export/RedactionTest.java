package dev.daybook.jackson.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.event.EventName;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Sensitive;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final String SECRET = "hush";

    sealed interface Event {}

    @EventName(version = 2)
    record WalletConnected(
            String id,
            @Sensitive String address,
            Owner owner,
            List<Owner> others,
            Map<String, Owner> byName,
            Contact contact)
            implements Event {}

    record Owner(@Sensitive String name, int age, Optional<Owner> parent) {}

    sealed interface Contact {
        record Mail(@Sensitive List<String> addresses) implements Contact {}

        record Nothing() implements Contact {}
    }

    record AccountId(@Sensitive String value) {}

    record Shared(Map<AccountId, Integer> parts) implements Event {}

    record Open(String text) implements Event {}

    private final JacksonCodec codec = JacksonCodec.of(Event.class);
    private final Redaction marked = Redaction.builder().marked(codec).build();
    private final Owner owner = new Owner(SECRET, 7, Optional.of(new Owner(SECRET, 8, Optional.empty())));
    private final WalletConnected wallet = new WalletConnected(
            "w1", SECRET, owner, List.of(owner), Map.of("k", owner), new Contact.Mail(List.of(SECRET, SECRET)));

    @Test
    void marked_components_are_masked_at_any_depth_in_every_format() {
        Exports exports =
                Exports.plain().redacted(marked).described(e -> e.payload().text());

        for (Function<OutputStream, ExportWriter> format : List.<Function<OutputStream, ExportWriter>>of(
                exports::json, exports::ndjson, exports::csv, exports::cloudEvents)) {
            String text = RoundTripTest.written(format, List.of(stored(wallet)));

            assertThat(text).doesNotContain(SECRET).contains("***", "w1", "/others/0/parent/name", "redacted");
        }
    }

    @Test
    void marks_ask_for_a_redaction_where_there_are_any() {
        assertThat(Redaction.ofMarks(codec).types()).isEqualTo(marked.types()).contains("wallet_connected", "shared");
        assertThat(Redaction.ofMarks(JacksonCodec.of(Open.class))).isSameAs(Redaction.none());
        assertThat(Redaction.builder().field("*", "/a").field("b", "/c").build().types())
                .containsExactlyInAnyOrder("*", "b");
    }

    @Test
    void one_event_is_written_as_the_line_of_an_export() {
        Exports exports = Exports.plain().redacted(marked).described(event -> "words");
        String line = RoundTripTest.written(exports::ndjson, List.of(stored(wallet)));

        assertThat(new String(Exports.bytes(marked.apply(stored(wallet)), "words"), StandardCharsets.UTF_8) + "\n")
                .isEqualTo(line);
    }

    @Test
    void what_was_masked_is_listed_by_path() {
        Redacted redacted = marked.apply(stored(wallet));

        assertThat(redacted.paths())
                .containsExactly(
                        "/address",
                        "/owner/name",
                        "/owner/parent/name",
                        "/others/0/name",
                        "/others/0/parent/name",
                        "/byName/k/name",
                        "/byName/k/parent/name",
                        "/contact/addresses");
        assertThat(redacted.event().payload().text())
                .contains("\"owner\":{\"name\":\"***\",\"age\":7,\"parent\":{\"name\":\"***\",\"age\":8}}");
    }

    @Test
    void keys_that_are_sensitive_take_their_map_with_them() {
        Redacted redacted = marked.apply(stored(new Shared(Map.of(new AccountId(SECRET), 1))));

        assertThat(redacted.event().payload().text()).isEqualTo("{\"parts\":\"***\"}");
    }

    @Test
    void events_without_anything_to_mask_stay_as_they_are() {
        StoredEvent event = stored(new Open(SECRET));

        assertThat(marked.apply(event)).isEqualTo(new Redacted(event, List.of()));
        assertThat(Redaction.none().apply(stored(wallet)).paths()).isEmpty();
    }

    @Test
    void fields_are_masked_by_type_and_path() {
        Redaction redaction = Redaction.builder()
                .field("t", "/a")
                .field("t", "/list/*/b")
                .field("t", "/deep/**/c")
                .field("t", "/odd~1name~0")
                .field("*", "/everywhere")
                .build();
        String json =
                "{\"a\":1.50E+3,\"a\":null,\"list\":[{\"b\":[1]},{\"b\":{}}],\"deep\":{\"c\":1,\"x\":[{\"c\":2}]},"
                        + "\"odd/name~\":true,\"everywhere\":0,\"keep\":1.50E+3}";

        Redacted t = redaction.apply(event(EventType.of("t"), Payload.json(json)));

        assertThat(t.event().payload().text())
                .isEqualTo("{\"a\":\"***\",\"a\":\"***\",\"list\":[{\"b\":\"***\"},{\"b\":\"***\"}],"
                        + "\"deep\":{\"c\":\"***\",\"x\":[{\"c\":\"***\"}]},\"odd/name~\":\"***\",\"everywhere\":\"***\","
                        + "\"keep\":1.50E+3}");
        assertThat(t.paths()).contains("/list/1/b", "/deep/x/0/c", "/odd~1name~0");
        assertThat(redaction
                        .apply(event(new EventType("u", 9), Payload.json(json)))
                        .paths())
                .containsExactly("/everywhere");
        assertThatThrownBy(() -> Redaction.builder().field("t", "a")).hasMessageContaining("slash");
    }

    @Test
    void what_cannot_be_looked_into_is_masked_whole() {
        Redaction redaction = Redaction.builder().field("t", "/a").build();
        for (Payload payload : List.of(
                Payload.of("text/plain", SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Payload.json("{\"a\":\"" + SECRET),
                Payload.json("{\"a\":1} " + SECRET),
                Payload.json("{\"b\":\"" + SECRET + "\\ud800\"}"),
                Payload.json("[".repeat(10_000)),
                Payload.json(""))) {
            assertMaskedWhole(redaction, event(EventType.of("t"), payload));
        }
    }

    @Test
    void with_marks_a_type_the_codec_does_not_know_is_masked_whole_unless_a_rule_names_it() {
        StoredEvent unknown = event(EventType.of("wallet_linked"), Payload.json("{\"secret\":\"hush\"}"));

        assertMaskedWhole(marked, unknown);
        Redaction named =
                Redaction.builder().marked(codec).field("wallet_linked", "/x").build();
        assertThat(named.apply(unknown).paths()).isEmpty();
    }

    @Test
    void with_marks_an_older_version_in_which_they_are_elsewhere_is_masked_whole() {
        StoredEvent moved = event(new EventType("wallet_connected", 1), Payload.json("{\"addr\":\"hush\"}"));
        StoredEvent shared = event(new EventType("open", 1), Payload.json("{\"text\":\"x\"}"));

        assertMaskedWhole(marked, moved);
        assertThat(marked.apply(shared).paths()).isEmpty();
    }

    @Test
    void words_that_fail_on_a_masked_event_are_masked_themselves() {
        Exports exports = Exports.plain().redacted(marked).described(e -> {
            throw new IllegalStateException(SECRET);
        });

        assertThat(RoundTripTest.written(exports::ndjson, List.of(stored(wallet))))
                .contains("\"description\":\"***\"");
        assertThatThrownBy(() -> RoundTripTest.written(exports::ndjson, List.of(stored(new Open("")))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertMaskedWhole(Redaction redaction, StoredEvent event) {
        Redacted redacted = redaction.apply(event);
        assertThat(redacted.paths()).containsExactly("");
        assertThat(redacted.event().payload()).isEqualTo(Payload.json("\"***\""));
        Exports exports = Exports.plain().redacted(redaction);
        assertThat(RoundTripTest.written(exports::csv, List.of(event)))
                .contains("(payload)")
                .doesNotContain(SECRET);
        assertThat(RoundTripTest.written(exports::ndjson, List.of(event))).contains("\"redacted\":[\"\"]");
    }

    private StoredEvent stored(Event event) {
        return event(codec.typeOf(event.getClass()), codec.encode(event));
    }

    private static StoredEvent event(EventType type, Payload payload) {
        return new StoredEvent(1, 1, Instant.EPOCH, NewEvent.of(new UUID(0, 1), "a", type, payload, Instant.EPOCH));
    }
}
