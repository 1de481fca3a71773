package dev.daybook.cli.time;

import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Timestamps;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads times: RFC 3339, a day, a day and a time in UTC, {@code now}, or so long ago, such as {@code -2h30m}. */
public final class Times {

    private static final String EXPECTED =
            "expected a time such as 2026-03-01T09:30:00Z, a day such as 2026-03-01 (UTC), now, or how long ago, such as -2h or -1d12h";

    private static final Pattern AGO =
            Pattern.compile("-(?:(\\d{1,6})w)?(?:(\\d{1,6})d)?(?:(\\d{1,8})h)?(?:(\\d{1,9})m)?" + "(?:(\\d{1,9})s)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
    private static final int DAYS_OF_WEEK = 7;

    private final InstantSource clock;

    /**
     * With a clock that says what now is.
     *
     * @param clock the clock
     */
    public Times(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Reads a time.
     *
     * @param text what was typed
     * @return the time
     * @throws TypeConversionException if it is none, or outside of what an event can bear
     */
    public GivenTime parse(String text) {
        try {
            return new GivenTime(Timestamps.normal(instant(text.strip())));
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is no time; " + EXPECTED);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private Instant instant(String text) {
        if (text.equals("now")) {
            return clock.instant();
        }
        Matcher ago = AGO.matcher(text);
        if (text.length() > 1 && ago.matches()) {
            return clock.instant().minus(duration(ago));
        }
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (LOCAL.matcher(text).matches()) {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }
        return Rfc3339.parse(text);
    }

    private static Duration duration(Matcher ago) {
        return Duration.ofDays(DAYS_OF_WEEK * number(ago, 1) + number(ago, 2))
                .plusHours(number(ago, 3))
                .plusMinutes(number(ago, 4))
                .plusSeconds(number(ago, 5));
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
