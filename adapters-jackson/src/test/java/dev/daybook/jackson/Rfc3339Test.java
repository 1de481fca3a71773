package dev.daybook.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final long SEED = 20_260_301;
    private static final int RUNS = 20_000;
    private static final DateTimeFormatter SIX_DIGITS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private final Random random = new Random(SEED);

    @Test
    void writes_what_java_time_writes() {
        for (int i = 0; i < RUNS; i++) {
            Instant time = anyTime();

            assertThat(Rfc3339.format(time)).isEqualTo(SIX_DIGITS.format(time));
        }
    }

    @Test
    void reads_back_what_it_wrote() {
        for (int i = 0; i < RUNS; i++) {
            Instant time = anyTime();

            assertThat(Rfc3339.parse(Rfc3339.format(time))).isEqualTo(time);
        }
    }

    @Test
    void reads_any_offset_and_fraction_as_java_time_does() {
        for (int i = 0; i < RUNS; i++) {
            String text = anyText();

            assertThat(Rfc3339.parse(text))
                    .as(text)
                    .isEqualTo(OffsetDateTime.parse(text).toInstant());
        }
    }

    @Test
    void refuses_each_date_that_java_time_refuses() {
        for (int i = 0; i < RUNS; i++) {
            String text = "%04d-%02d-%02dT%02d:%02d:%02dZ"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(60));

            assertThat(isRead(text)).as(text).isEqualTo(isReadByJava(text));
        }
    }

    @Test
    void never_fails_otherwise_than_by_naming_the_place() {
        for (int i = 0; i < RUNS; i++) {
            char[] text = anyText().toCharArray();
            text[random.nextInt(text.length)] = (char) random.nextInt(128);
            String damaged = new String(text, 0, random.nextInt(text.length + 1));

            if (!isRead(damaged)) {
                assertThatThrownBy(() -> Rfc3339.parse(damaged)).hasMessageContaining("at index");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01t09:30:00z, 2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00.1234567899999999999999999Z, 2026-03-01T09:30:00.123456789Z",
        "2026-03-01T09:30:00-00:00, 2026-03-01T09:30:00Z",
        "2026-03-01T00:30:00+23:59, 2026-02-28T00:31:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "2000-02-29T23:59:59.5+01:00, 2000-02-29T22:59:59.5Z",
    })
    void reads(String text, String time) {
        assertThat(Rfc3339.parse(text)).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01T09:30Z",
                "2026-03-01 09:30:00Z",
                "2026-03-01T09:30:00",
                "2026-03-01T09:30:00.Z",
                "2026-03-01T09:30:00+0100",
                "2026-03-01T09:30:00+24:00",
                "2026-03-01T09:30:00+01:60",
                "2026-03-01T24:00:00Z",
                "2025-02-29T09:30:00Z",
                "1900-02-29T09:30:00Z",
                "2026-03-01T09:30:00ZZ",
                "2026-03-01T09:30:00+01:00 ",
                "+12026-03-01T09:30:00Z",
                "-001-03-01T09:30:00Z",
                "２０２６-03-01T09:30:00Z",
                "2026-03-01T09:30:00,5Z",
            })
    void refuses(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("RFC 3339")
                .hasMessageContaining("at index");
    }

    @Test
    void refuses_a_leap_second_by_name() {
        assertThatThrownBy(() -> Rfc3339.parse("2016-12-31T23:59:60Z")).hasMessageContaining("leap second");
    }

    @Test
    void writes_the_bounds_and_refuses_what_is_beyond() {
        assertThat(Rfc3339.format(Timestamps.EARLIEST)).isEqualTo("0000-01-01T00:00:00.000000Z");
        assertThat(Rfc3339.format(Timestamps.LATEST)).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThatThrownBy(() -> Rfc3339.format(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    private Instant anyTime() {
        long span = Timestamps.LATEST.getEpochSecond() - Timestamps.EARLIEST.getEpochSecond();
        long second = Timestamps.EARLIEST.getEpochSecond() + (long) (random.nextDouble() * span);
        return Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1000L);
    }

    private String anyText() {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60 + 1) - 18 * 60) * 60);
        Instant time = anyTime().plusNanos(random.nextInt(1000)).plusSeconds(2 * 86_400);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.minusSeconds(4 * 86_400).isBefore(Timestamps.EARLIEST)
                        ? Instant.EPOCH.atOffset(offset)
                        : time.minusSeconds(3 * 86_400).atOffset(offset));
    }

    private static boolean isRead(String text) {
        try {
            Rfc3339.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isReadByJava(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
