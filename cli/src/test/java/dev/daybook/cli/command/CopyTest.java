package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {

    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

    @TempDir
    private Path folder;

    @Test
    void a_log_that_has_gone_through_two_engines_has_one_digest() {
        append("sqlite", "first", 30);
        String copied = digest(done("copy", url("sqlite", "first"), url("h2", "second")));
        assertThat(digest(done("copy", url("h2", "second"), url("sqlite", "third"))))
                .isEqualTo(copied);
        assertThat(digest(done("digest", url("sqlite", "first")))).isEqualTo(copied);
        assertThat(done("digest", url("sqlite", "first"), url("sqlite", "third"))
                        .out())
                .contains("the same history");
        Run again = done("copy", url("sqlite", "first"), url("h2", "second"));
        assertThat(again.out()).contains("0 events copied").contains("30 events were there from an earlier run");
    }

    @Test
    void a_target_with_other_events_is_refused_and_a_difference_is_found_at_its_position() {
        append("sqlite", "first", 3);
        done("copy", url("sqlite", "first"), url("sqlite", "second"));
        append("sqlite", "first", 2);
        append("sqlite", "second", 1);
        Run copy = Run.run("copy", url("sqlite", "first"), url("sqlite", "second"));
        assertThat(copy.code()).isEqualTo(1);
        assertThat(copy.err()).contains("the first position that differs is 4").hasLineCount(1);
        Run digest = Run.run("digest", url("sqlite", "first"), url("sqlite", "second"));
        assertThat(digest.code()).isEqualTo(1);
        assertThat(digest.out()).contains("the first position that differs is 4");
        assertThat(done("digest", url("sqlite", "first"), url("sqlite", "second"), "--up-to", "3")
                        .out())
                .contains("the same history");
    }

    @Test
    void a_backup_has_the_digest_of_its_log_and_is_never_written_over() {
        append("h2", "first", 5);
        append("sqlite", "second", 5);
        for (String scheme : new String[] {"h2", "sqlite"}) {
            String log = url(scheme, scheme.equals("h2") ? "first" : "second");
            String backup = folder.resolve(scheme + "-backup.mv.db").toString();
            assertThat(digest(done("backup", log, backup))).isEqualTo(digest(done("digest", log)));
            Run again = Run.run("backup", log, backup);
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains("exists already").hasLineCount(1);
        }
    }

    @Test
    void a_log_that_does_not_exist_is_not_made() {
        for (String scheme : new String[] {"h2", "sqlite"}) {
            Run copy = Run.run("copy", url(scheme, "mistyped"), url("sqlite", "new"));
            assertThat(copy.code()).isEqualTo(1);
            assertThat(copy.err()).contains("does not exist").hasLineCount(1);
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(Files.exists(folder.resolve("new"))).isFalse();
    }

    @Test
    void a_password_is_never_shown() {
        String url = "postgresql://alice:secret@127.0.0.1:1/desk?password=secret&connectTimeout=1";
        for (String[] arguments : new String[][] {
            {"backup", url, "file.db"},
            {"digest", url + " x"},
            {"digest", "mongodb" + url},
            {"copy", "sqlite:a", "sqlite:b", url},
        }) {
            Run refused = Run.run(arguments);
            assertThat(refused.code()).isPositive();
            assertThat(refused.out() + refused.err()).isNotEmpty().doesNotContain("secret");
        }
    }

    private Run done(String... arguments) {
        Run result = Run.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result;
    }

    private static String digest(Run result) {
        Matcher found = DIGEST.matcher(result.out());
        assertThat(found.find()).as("a digest in %s", result.out()).isTrue();
        return found.group();
    }

    private String url(String scheme, String name) {
        return scheme + ":" + folder.resolve(name);
    }

    private void append(String scheme, String name, int count) {
        EventIds ids = new EventIds();
        try (Storage storage = Storage.open(url(scheme, name))) {
            for (int n = 0; n < count; n++) {
                NewEvent event = NewEvent.of(
                        ids.next(),
                        "order_" + n % 3,
                        EventType.of("order_placed"),
                        Payload.json("{\"quantity\":" + n + "}"),
                        Instant.parse("2026-03-01T12:00:00.123456Z"));
                storage.log().append(Append.of(event.with(Metadata.by("alice").with("desk", "1"))));
            }
        }
    }
}
