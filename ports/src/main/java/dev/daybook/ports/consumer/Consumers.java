package dev.daybook.ports.consumer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps how far each consumer has come, in the log's own database. Of all processes one at a time has the lease of a consumer. A
 * lease knows no clock: whoever wants one that is not free watches its beat, and takes it when that has stood still for as long as the
 * consumer's settings say. Whoever has lost it without knowing is refused at the next {@link #commit} by its fencing token, however
 * late that comes. Safe for concurrent use.
 *
 * <p>Every call throws a {@link dev.daybook.ports.storage.StorageException} if the engine cannot do its work.
 */
public interface Consumers {

    /**
     * Every consumer there has been.
     *
     * @return their states, by name
     */
    List<ConsumerState> all();

    /**
     * One consumer.
     *
     * @param name its name
     * @return its state, if it has ever been claimed
     */
    Optional<ConsumerState> find(String name);

    /**
     * Takes a consumer, provided that it is as it was seen: of several who try at once, one gets it. A consumer that is new begins at
     * position 0.
     *
     * @param name the consumer's name, any Unicode text of 1 to 255 characters
     * @param owner who wants it, the same kind of text
     * @param seen what {@link #find} has told, empty for a consumer that is new
     * @return the lease, or nothing if the consumer is not any more as it was seen
     */
    Optional<Lease> claim(String name, String owner, Optional<ConsumerState> seen);

    /**
     * Shows that leases are in use.
     *
     * @param leases any number
     * @return those that have been lost
     */
    Set<Lease> renew(Set<Lease> leases);

    /**
     * Moves the checkpoint and changes rows as one step, and shows that the lease is in use; or does nothing of it, if somebody else
     * has the lease or has had it since.
     *
     * @param lease what gives the right to
     * @param progress what is to be kept
     * @return true if it is kept, false if the lease has been lost
     * @throws IllegalArgumentException if the checkpoint would go back
     * @throws dev.daybook.ports.storage.LimitExceededException if a row is larger than the storage takes
     */
    boolean commit(Lease lease, Progress progress);

    /**
     * Lets others have the consumer at once.
     *
     * @param lease what is not needed any more; nothing happens if it has been lost
     */
    void release(Lease lease);
}
