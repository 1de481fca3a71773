package dev.daybook.console.page;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final double UNIT = 1024;

    private Numbers() {}

    static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String millis(Duration span) {
        return String.format(Locale.ENGLISH, "%,.1f ms", span.toNanos() / 1e6);
    }

    static String decimal(double number) {
        return String.format(Locale.ENGLISH, number < 10 ? "%,.1f" : "%,.0f", number);
    }

    static String percent(double part) {
        return String.format(Locale.ENGLISH, "%.1f %%", part * 100);
    }

    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= UNIT && unit < UNITS.length - 1) {
            value /= UNIT;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ENGLISH, "%.1f %s", value, UNITS[unit]);
    }
}
