package dev.daybook.core.audit;

import dev.daybook.ports.log.Range;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the position of its last entry, which stays right while events are appended. */
record PageCursor(long position, Range.Direction direction) {

    private static final int RADIX = 36;

    static PageCursor parse(String text, Range.Direction expected) {
        try {
            Range.Direction direction =
                    switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                        case 'f' -> Range.Direction.FORWARDS;
                        case 'b' -> Range.Direction.BACKWARDS;
                        default -> throw new NumberFormatException();
                    };
            long position = Long.parseLong(text.substring(1), RADIX);
            if (direction == expected && position > 0) {
                return new PageCursor(position, direction);
            }
        } catch (NumberFormatException malformed) {
            throw unusable(text, malformed);
        }
        throw unusable(text, null);
    }

    Range goOn(Range range) {
        return direction == Range.Direction.FORWARDS ? range.after(position) : range.upTo(position - 1);
    }

    @Override
    public String toString() {
        return (direction == Range.Direction.FORWARDS ? "f" : "b") + Long.toString(position, RADIX);
    }

    private static IllegalArgumentException unusable(String text, @Nullable NumberFormatException cause) {
        return new IllegalArgumentException(
                "page cursor " + text
                        + " is none that a page of this order gave; pass on what next() gave, unchanged, with "
                        + "the same filter",
                cause);
    }
}
