package dev.daybook.ports.log;

import dev.daybook.ports.event.StoredEvent;

/**
 * From where to where a read goes, in which direction, and how many events it gives at most. All bounds apply together, and the
 * limit last.
 *
 * @param afterPosition events behind this position, not it; 0 for all
 * @param toPosition events up to this position and it
 * @param fromSequence events whose sequence in their aggregate is at least this; 1 for all
 * @param toSequence events whose sequence in their aggregate is at most this
 * @param timestamps events that happened within this span
 * @param recorded events that the log took within this span
 * @param direction which comes first
 * @param limit how many events at most
 */
public record Range(
        long afterPosition,
        long toPosition,
        long fromSequence,
        long toSequence,
        TimeSpan timestamps,
        TimeSpan recorded,
        Direction direction,
        long limit) {

    /** Which event comes first. */
    public enum Direction {
        /** The oldest first: ascending positions. */
        FORWARDS,
        /** The newest first: descending positions. */
        BACKWARDS
    }

    private static final Range ALL = new Range(
            0,
            Long.MAX_VALUE,
            1,
            Long.MAX_VALUE,
            TimeSpan.always(),
            TimeSpan.always(),
            Direction.FORWARDS,
            Long.MAX_VALUE);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a position, a sequence or the limit is negative
     */
    public Range {
        notNegative("position", afterPosition);
        notNegative("position", toPosition);
        notNegative("sequence", fromSequence);
        notNegative("sequence", toSequence);
        notNegative("limit", limit);
    }

    /**
     * Everything, oldest first.
     *
     * @return the range without a bound
     */
    public static Range all() {
        return ALL;
    }

    /**
     * Everything, newest first.
     *
     * @return the range without a bound, backwards
     */
    public static Range newestFirst() {
        return ALL.backwards();
    }

    /**
     * One position alone.
     *
     * @param position the position, from 1 on
     * @return the range of the one event there, if there is one
     */
    public static Range at(long position) {
        return ALL.after(position - 1).upTo(position);
    }

    /**
     * The same range behind a position.
     *
     * @param position the last position left out, 0 for none
     * @return a changed copy
     */
    public Range after(long position) {
        return new Range(position, toPosition, fromSequence, toSequence, timestamps, recorded, direction, limit);
    }

    /**
     * The same range up to a position.
     *
     * @param position the last position in it
     * @return a changed copy
     */
    public Range upTo(long position) {
        return new Range(afterPosition, position, fromSequence, toSequence, timestamps, recorded, direction, limit);
    }

    /**
     * The same range from a sequence on.
     *
     * @param sequence the lowest sequence in it
     * @return a changed copy
     */
    public Range fromSequence(long sequence) {
        return new Range(afterPosition, toPosition, sequence, toSequence, timestamps, recorded, direction, limit);
    }

    /**
     * The same range up to a sequence.
     *
     * @param sequence the highest sequence in it
     * @return a changed copy
     */
    public Range upToSequence(long sequence) {
        return new Range(afterPosition, toPosition, fromSequence, sequence, timestamps, recorded, direction, limit);
    }

    /**
     * The same range of what happened within a span.
     *
     * @param span bounds for the timestamp
     * @return a changed copy
     */
    public Range happened(TimeSpan span) {
        return new Range(afterPosition, toPosition, fromSequence, toSequence, span, recorded, direction, limit);
    }

    /**
     * The same range of what the log took within a span.
     *
     * @param span bounds for recordedAt
     * @return a changed copy
     */
    public Range recorded(TimeSpan span) {
        return new Range(afterPosition, toPosition, fromSequence, toSequence, timestamps, span, direction, limit);
    }

    /**
     * The same range, newest first.
     *
     * @return a changed copy
     */
    public Range backwards() {
        return new Range(
                afterPosition, toPosition, fromSequence, toSequence, timestamps, recorded, Direction.BACKWARDS, limit);
    }

    /**
     * The same range with at most so many events.
     *
     * @param most how many, 0 for none
     * @return a changed copy
     */
    public Range limit(long most) {
        return new Range(afterPosition, toPosition, fromSequence, toSequence, timestamps, recorded, direction, most);
    }

    /**
     * Whether the oldest come first.
     *
     * @return true for {@link Direction#FORWARDS}
     */
    public boolean isForwards() {
        return direction == Direction.FORWARDS;
    }

    /**
     * Whether an event lies within all bounds, the limit aside.
     *
     * @param event an event of the log
     * @return true if it does
     */
    public boolean contains(StoredEvent event) {
        return event.position() > afterPosition
                && event.position() <= toPosition
                && event.sequence() >= fromSequence
                && event.sequence() <= toSequence
                && timestamps.contains(event.timestamp())
                && recorded.contains(event.recordedAt());
    }

    private static void notNegative(String what, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(what + " " + number + " is negative; give 0 or more");
        }
    }
}
