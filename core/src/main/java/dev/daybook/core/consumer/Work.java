package dev.daybook.core.consumer;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.view.RowChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a consumer does with the events it is given, and what follows from them for its rows. Of one thread at a time.
 *
 * <p>An event that {@link #handle} has thrown on must have left nothing behind: it is given again.
 */
public interface Work {

    /**
     * Whether it can go on from where it was left, asked each time that a lease has been taken.
     *
     * @param checkpoint up to which position the log was handled
     * @return why not and what to do about it, with which the consumer stops; nothing if it can go on
     */
    default Optional<String> refusal(long checkpoint) {
        return Optional.empty();
    }

    /**
     * Takes an event. What it does outside of the log's database happens at least once; what it answers by {@link #takeChanges}
     * happens exactly once.
     *
     * @param event the next event, in the order of the log
     * @throws Exception if it cannot be handled now
     */
    void handle(StoredEvent event) throws Exception;

    /**
     * What has become of rows since this was last asked; it is kept together with the checkpoint.
     *
     * @return the changes, in order
     */
    default List<RowChange> takeChanges() {
        return List.of();
    }

    /**
     * Whether what has come of the events is to be kept before it is given more. Work that changes a row once, by however many events, can
     * take more than a batch, up to ten times as many; so can it take fewer, where an event changes several rows.
     *
     * @param events how many it was given since {@link #takeChanges} was last asked
     * @param batch how many fill a batch
     * @return true to have it kept now
     */
    default boolean isFull(long events, int batch) {
        return events >= batch;
    }

    /**
     * Does some of what is due without an event. Asked before each batch of events, again until there is nothing, and whenever the time of
     * {@link #rest} has passed. What follows is kept as that of an event is; where this has thrown, it must have left nothing behind, and is
     * asked again.
     *
     * @param handled up to where the log has been handled
     * @return true if there was something, false if nothing is due
     * @throws Exception if it cannot be done now, with a message for people
     */
    default boolean act(long handled) throws Exception {
        return false;
    }

    /**
     * Puts aside what {@link #act} has failed at as often as the settings allow, so that it is not tried again by itself.
     *
     * @param error what it has failed with
     * @return true if that was done, false if it cannot be, so that the consumer stops
     */
    default boolean putAside(String error) {
        return false;
    }

    /**
     * How long it may rest when there is no event and nothing is due.
     *
     * @return a time after which {@link #act} is to be asked again at the latest
     */
    default Duration rest() {
        return Duration.ofMinutes(1);
    }

    /** What was taken may not have been kept: begins again from the rows as they are stored. */
    default void forget() {
        // Nothing is remembered.
    }
}
