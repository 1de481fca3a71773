package dev.daybook.jackson;

import dev.daybook.ports.event.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Times as RFC 3339 writes them (section 5.6), by hand: half of what plain decoding of an event costs is its times.
 *
 * <p>Written are UTC and always six digits of a fraction ({@code 2026-03-01T09:30:00.000000Z}), so that the order of the texts is
 * the order of the times. Read are any offset, {@code T} and {@code Z} in either case, and a fraction of any length, of which
 * what is finer than a nanosecond is cut off. A leap second ({@code :60}) is refused, as an {@link Instant} has none.
 */
public final class Rfc3339 {

    /** The length of every text that {@link #format} gives. */
    static final int LENGTH = 27;

    private static final int FRACTION_AT = 19;

    private Rfc3339() {}

    /**
     * Writes a time in UTC to the microsecond; what is finer is cut off, towards the past.
     *
     * @param time a time within the bounds of {@link Timestamps}
     * @return 27 characters
     * @throws IllegalArgumentException if it lies outside of these bounds
     */
    public static String format(Instant time) {
        return new String(utf8(time), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a time.
     *
     * @param text a date-time of RFC 3339
     * @return the time, to the nanosecond
     * @throws DateTimeException if it is not one; the message names the place
     */
    public static Instant parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    static byte[] utf8(Instant time) {
        Instant cut = Timestamps.normal(time);
        long second = cut.getEpochSecond();
        long day = Math.floorDiv(second, 86_400L);
        int ofDay = (int) (second - day * 86_400L);
        byte[] text = new byte[LENGTH];
        date(text, day);
        text[10] = 'T';
        two(text, 11, ofDay / 3600);
        text[13] = ':';
        two(text, 14, ofDay / 60 % 60);
        text[16] = ':';
        two(text, 17, ofDay % 60);
        text[FRACTION_AT] = '.';
        int micros = cut.getNano() / 1000;
        two(text, 20, micros / 10_000);
        two(text, 22, micros / 100 % 100);
        two(text, 24, micros % 100);
        text[26] = 'Z';
        return text;
    }

    /** Days to a date in a calendar whose years begin in March, which puts the leap day last: no table, no branch per month. */
    private static void date(byte[] text, long day) {
        long shifted = day + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int ofEra = (int) (shifted - era * 146_097L);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * ofYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        two(text, 0, year / 100);
        two(text, 2, year % 100);
        text[4] = '-';
        two(text, 5, month);
        text[7] = '-';
        two(text, 8, ofYear - (153 * marchMonth + 2) / 5 + 1);
    }

    private static void two(byte[] text, int at, int value) {
        text[at] = (byte) ('0' + value / 10);
        text[at + 1] = (byte) ('0' + value % 10);
    }

    static Instant parse(char[] text, int from, int length) {
        if (length < FRACTION_AT + 1) {
            throw bad(text, from, length, length, "the end comes too early");
        }
        Reading at = new Reading(text, from, length);
        int year = at.digits(0, 2) * 100 + at.digits(2, 2);
        at.must(4, '-');
        int month = at.within(5, 1, 12, "month");
        at.must(7, '-');
        int day = at.within(8, 1, days(year, month), "day");
        at.mustEither(10, 'T', 't');
        int hour = at.within(11, 0, 23, "hour");
        at.must(13, ':');
        int minute = at.within(14, 0, 59, "minute");
        at.must(16, ':');
        int second = at.second();
        int end = FRACTION_AT;
        int nanos = 0;
        if (text[from + end] == '.') {
            end = at.fractionEnd();
            nanos = at.nanos(end);
        }
        long epoch = epochDay(year, month, day) * 86_400L + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(epoch - at.offset(end), nanos);
    }

    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468;
    }

    private static int days(int year, int month) {
        if (month == 2) {
            return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static DateTimeException bad(char[] text, int from, int length, int at, String problem) {
        String shown = Found.shortened(new String(text, from, length));
        return new DateTimeException("not a time of RFC 3339 such as 2026-03-01T09:30:00.000000Z: \"" + shown + "\", "
                + problem + " at index " + at);
    }

    /** A text under reading; the JIT dissolves it into its fields. */
    private static final class Reading {

        private final char[] text;
        private final int from;
        private final int length;

        private Reading(char[] text, int from, int length) {
            this.text = text;
            this.from = from;
            this.length = length;
        }

        private int digit(int at) {
            int digit = text[from + at] - '0';
            if (digit < 0 || digit > 9) {
                throw bad(text, from, length, at, "a digit is missing");
            }
            return digit;
        }

        int digits(int at, int count) {
            return count == 2 ? digit(at) * 10 + digit(at + 1) : digit(at);
        }

        int within(int at, int least, int most, String what) {
            int value = digits(at, 2);
            if (value < least || value > most) {
                throw bad(text, from, length, at, "the " + what + " is not " + least + " to " + most);
            }
            return value;
        }

        int second() {
            int second = digits(17, 2);
            if (second == 60) {
                throw bad(
                        text,
                        from,
                        length,
                        17,
                        "a leap second, which no instant can hold; write 59 or the next minute,");
            }
            return within(17, 0, 59, "second");
        }

        void must(int at, char expected) {
            if (text[from + at] != expected) {
                throw bad(text, from, length, at, "'" + expected + "' is missing");
            }
        }

        void mustEither(int at, char one, char other) {
            if (text[from + at] != other) {
                must(at, one);
            }
        }

        int fractionEnd() {
            int at = FRACTION_AT + 1;
            while (at < length && text[from + at] >= '0' && text[from + at] <= '9') {
                at++;
            }
            if (at == FRACTION_AT + 1) {
                throw bad(text, from, length, at, "a digit of the fraction is missing");
            }
            return at;
        }

        int nanos(int end) {
            int nanos = 0;
            int last = FRACTION_AT + 9;
            for (int at = FRACTION_AT + 1; at <= last; at++) {
                nanos = nanos * 10 + (at < end ? text[from + at] - '0' : 0);
            }
            return nanos;
        }

        /** The seconds by which the local time is ahead of UTC. */
        int offset(int at) {
            char sign = at < length ? text[from + at] : 0;
            if (sign == 'Z' || sign == 'z') {
                ends(at + 1);
                return 0;
            }
            if ((sign != '+' && sign != '-') || length < at + 6) {
                throw bad(text, from, length, at, "Z or an offset such as +01:00 is missing");
            }
            int hours = within(at + 1, 0, 23, "hour of the offset");
            must(at + 3, ':');
            int seconds = hours * 3600 + within(at + 4, 0, 59, "minute of the offset") * 60;
            ends(at + 6);
            return sign == '-' ? -seconds : seconds;
        }

        private void ends(int at) {
            if (at != length) {
                throw bad(text, from, length, at, "more than a time");
            }
        }
    }
}
