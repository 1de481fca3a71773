package dev.daybook.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The types of the JDK that are written as text, and the texts of others where they are keys. */
final class Texts {

    private static final int UUID_LENGTH = 36;

    private Texts() {}

    static final Map<Class<?>, TextShape> STANDARD = Map.ofEntries(
            entry(Instant.class, new InstantShape()),
            entry(UUID.class, text("a UUID", UUID::toString, Texts::uuid)),
            entry(LocalDate.class, text("a date such as 2026-03-01", LocalDate::toString, LocalDate::parse)),
            entry(LocalTime.class, text("a time of day such as 09:30", LocalTime::toString, LocalTime::parse)),
            entry(
                    LocalDateTime.class,
                    text("a local time such as 2026-03-01T09:30", LocalDateTime::toString, LocalDateTime::parse)),
            entry(Duration.class, text("a duration such as PT1M30S", Duration::toString, Duration::parse)),
            entry(Period.class, text("a period such as P1M", Period::toString, Period::parse)),
            entry(ZoneId.class, text("a time zone", ZoneId::getId, ZoneId::of)),
            entry(Currency.class, text("a currency's code", Currency::getCurrencyCode, Currency::getInstance)),
            entry(URI.class, text("a URI", URI::toString, URI::create)),
            entry(Character.class, text("one character", String::valueOf, Texts::character)),
            entry(char.class, text("one character", String::valueOf, Texts::character)));

    /** Types that are no text as a value, but can be a key. */
    static final Map<Class<?>, TextShape> KEYS = Map.of(
            String.class, Texts.<String>text("a text", s -> s, s -> s),
            Integer.class, text("a whole number", (Integer i) -> i.toString(), Integer::valueOf),
            Long.class, text("a whole number", (Long l) -> l.toString(), Long::valueOf),
            BigInteger.class, text("a whole number", BigInteger::toString, BigInteger::new),
            BigDecimal.class, text("a decimal number", BigDecimal::toString, BigDecimal::new),
            Boolean.class, text("true or false", (Boolean b) -> b.toString(), Texts::bool));

    private static <T> TextShape text(String expects, Function<T, String> text, Function<String, T> parse) {
        return TextShape.of(expects, text, parse);
    }

    private static Map.Entry<Class<?>, TextShape> entry(Class<?> type, TextShape shape) {
        return Map.entry(type, shape);
    }

    /** An enum by its constants' names. */
    static TextShape ofEnum(Class<?> type) {
        Map<String, Object> constants = new TreeMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        String expects = "one of " + constants.keySet();
        return new TextShape(expects, value -> ((Enum<?>) value).name(), name -> {
            Object constant = constants.get(name);
            if (constant == null) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no such constant");
            }
            return constant;
        });
    }

    private static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("a UUID has " + UUID_LENGTH + " characters");
        }
        return UUID.fromString(text);
    }

    private static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("it has " + text.length());
        }
        return text.charAt(0);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}
