package dev.daybook.sqlite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as RFC 3339 writes it, section 5.6, and which of its digits are finer than a microsecond.
 *
 * @param instant the time, cut to microseconds
 * @param cut the digits left out, empty if nothing is lost
 */
record OriginalTime(Instant instant, String cut) {

    /** The JDK takes more: times without seconds, offsets with them, fractions without digits. */
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?([Zz]|[+-]\\d{2}:\\d{2})");

    private static final int MICRO_DIGITS = 6;

    /**
     * Reads one.
     *
     * @throws DateTimeException if it is none
     */
    static OriginalTime parse(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("not of the form 2024-05-06T07:08:09Z");
        }
        String digits = parts.group(2) == null ? "0" : parts.group(2);
        int kept = Math.min(digits.length(), MICRO_DIGITS);
        Instant instant = OffsetDateTime.parse(parts.group(1) + "." + digits.substring(0, kept) + parts.group(3))
                .toInstant();
        String finer = digits.substring(kept);
        return new OriginalTime(instant, finer.replace("0", "").isEmpty() ? "" : finer);
    }
}
