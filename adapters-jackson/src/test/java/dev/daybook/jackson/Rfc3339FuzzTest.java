package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parser by hand and the one of the JDK agree on every text of RFC 3339 that both can hold. */
class Rfc3339FuzzTest {

    /** What both read: the JDK knows no more than nine digits of a fraction and no offset beyond eighteen hours. */
    private static final Pattern COMMON = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?"
            + "([Zz]|[+-](0\\d|1[0-7]):[0-5]\\d|[+-]18:00)");

    @FuzzTest(maxDuration = "10m")
    void it_reads_what_java_time_reads(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<Instant> read = read(text);
        if (COMMON.matcher(text).matches()) {
            assertThat(read).as(text).isEqualTo(readByJava(text));
        }
        read.ifPresent(time -> assertThat(text.toUpperCase(Locale.ROOT)).matches("[-+0-9T:.Z]+"));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Rfc3339.parse(text));
        } catch (DateTimeException refused) {
            assertThat(refused).hasMessageContaining("at index");
            return Optional.empty();
        }
    }

    private static Optional<Instant> readByJava(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }
}
