package dev.daybook.console.page;

import dev.daybook.jackson.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as people read it, in UTC.
 *
 * @param iso the time as it is written in JSON
 * @param day the day, in words
 * @param clock the time of the day, with as many digits as it has
 * @param ago how long ago that was, roughly
 */
public record Time(String iso, String day, String clock, String ago) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Time of(Instant time, Instant now) {
        return new Time(Rfc3339.format(time), DAY.format(time), clock(time), ago(Duration.between(time, now)));
    }

    static String clock(Instant time) {
        String clock = CLOCK.format(time);
        return clock.endsWith("000000")
                ? clock.substring(0, 8)
                : clock.endsWith("000") ? clock.substring(0, 12) : clock;
    }

    /** Without the time of the day where that is midnight, and without the seconds where there are none. */
    static String brief(Instant time) {
        return SHORT.format(time).replaceFirst(" 00:00:00$", "").replaceFirst("(:\\d\\d):00$", "$1");
    }

    /** The first or last moment of a range: of a whole day or minute, that alone is told. */
    static String bound(Instant time, boolean isEnd) {
        String day = DATE.format(time) + " ";
        String clock = CLOCK.format(time);
        if (clock.equals(isEnd ? "23:59:59.999999" : "00:00:00.000000")) {
            return day.strip();
        }
        return day + (clock.endsWith(isEnd ? ":59.999999" : ":00.000000") ? clock.substring(0, 5) : clock(time));
    }

    private static String ago(Duration age) {
        if (age.abs().compareTo(Duration.ofSeconds(1)) < 0) {
            return "just now";
        }
        return age.isNegative() ? "in " + rough(age.negated()) : rough(age) + " ago";
    }

    /** In the largest unit of which there is one. */
    static String rough(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return count(seconds, "second");
        }
        if (seconds < 3_600) {
            return count(seconds / 60, "minute");
        }
        if (seconds < 86_400) {
            return count(seconds / 3_600, "hour");
        }
        long days = seconds / 86_400;
        if (days < 60) {
            return count(days, "day");
        }
        return days < 730 ? count(days / 30, "month") : count(days / 365, "year");
    }

    private static String count(long many, String unit) {
        return many + " " + unit + (many == 1 ? "" : "s");
    }
}
