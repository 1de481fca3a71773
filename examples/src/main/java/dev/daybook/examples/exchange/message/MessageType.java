package dev.daybook.examples.exchange.message;

import java.util.Optional;

/** What a message tells of, by its number in the LOBSTER layout. */
public enum MessageType {
    /** A new limit order stands in the book. */
    NEW_ORDER(1, "new limit order"),
    /** A part of an order was taken back. */
    PARTIAL_CANCEL(2, "partial cancel"),
    /** What was left of an order was taken back. */
    DELETE(3, "delete"),
    /** A visible order was executed, in part or to its end. */
    EXECUTION(4, "execution"),
    /** An order that nobody could see was executed. */
    HIDDEN_EXECUTION(5, "hidden execution"),
    /** An auction traded. */
    CROSS(6, "cross trade");

    private final int number;
    private final String words;

    MessageType(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** The type of a number, if there is one. */
    public static Optional<MessageType> of(String number) {
        for (MessageType type : values()) {
            if (number.equals(Integer.toString(type.number))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether it belongs to an order in the book, which its id names. */
    public boolean concernsOrder() {
        return this != HIDDEN_EXECUTION && this != CROSS;
    }

    /** The number in the file. */
    public int number() {
        return number;
    }

    /** The type for people. */
    @Override
    public String toString() {
        return words;
    }
}
