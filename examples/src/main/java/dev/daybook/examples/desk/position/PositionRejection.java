package dev.daybook.examples.desk.position;

import dev.daybook.examples.desk.Rejection;

/** Why a position refuses a command. */
public sealed interface PositionRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case AlreadyOpened() -> "the position was opened before; open another one";
            case NoSuchPosition() -> "there is no such position; open it first";
            case AlreadyClosed() -> "the position is closed; nothing is left of it";
        };
    }

    /** It was opened before. */
    record AlreadyOpened() implements PositionRejection {}

    /** Nobody has opened it. */
    record NoSuchPosition() implements PositionRejection {}

    /** It was closed before. */
    record AlreadyClosed() implements PositionRejection {}
}
