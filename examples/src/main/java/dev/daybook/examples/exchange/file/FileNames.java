package dev.daybook.examples.exchange.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a file says, such as {@code nasdaq-amzn-2021-04-12-messages.csv} or {@code AMZN_2012-06-21_message_10.csv}. */
public final class FileNames {

    private static final Pattern DATE = Pattern.compile("(?:([A-Za-z0-9.]+)[-_])?(\\d{4}-\\d{2}-\\d{2})");

    private FileNames() {}

    /** The day in it, if there is one. */
    public static Optional<LocalDate> date(Path file) {
        Matcher matcher = DATE.matcher(name(file));
        try {
            return matcher.find() ? Optional.of(LocalDate.parse(matcher.group(2))) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The word before the day, which is the stock's; without a day the letters and digits of the name. */
    public static String symbol(Path file) {
        Matcher matcher = DATE.matcher(name(file));
        if (matcher.find() && matcher.group(1) != null) {
            return matcher.group(1).toUpperCase(Locale.ROOT);
        }
        String stem = name(file).replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9]", "");
        return stem.isEmpty() ? "STOCK" : stem.toUpperCase(Locale.ROOT);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
