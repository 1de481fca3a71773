package dev.daybook.examples.desk;

import java.math.BigDecimal;

/** What the values of commands and events have in common; each answers its argument or throws. */
public final class Checks {

    private Checks() {}

    /** Text that says something. */
    public static String filled(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty; give at least one character");
        }
        return text;
    }

    /** A number above zero. */
    public static BigDecimal positive(String what, BigDecimal number) {
        if (number.signum() <= 0) {
            throw new IllegalArgumentException(what + " " + plain(number) + " is not above 0");
        }
        return number;
    }

    /** A number of zero or above. */
    public static BigDecimal notNegative(String what, BigDecimal number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException(what + " " + plain(number) + " is below 0");
        }
        return number;
    }

    /** An aggregate id of one kind, such as {@code order_17}. */
    public static String id(String kind, String id) {
        if (!id.startsWith(kind + "_") || id.length() == kind.length() + 1) {
            throw new IllegalArgumentException(kind + " id " + id + " does not read " + kind + "_ and a name");
        }
        return id;
    }

    /** A number as people write it. */
    public static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
