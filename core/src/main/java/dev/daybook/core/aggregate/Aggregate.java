package dev.daybook.core.aggregate;

import dev.daybook.core.fold.Fold;
import dev.daybook.ports.event.Tag;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;

/**
 * The rules of one kind of thing: which commands it accepts, and what it is after the events that follow. Pure: it has no port,
 * no clock, no randomness and no I/O; times and ids come in with the command.
 *
 * @param <C> the commands
 * @param <S> the state, immutable
 * @param <E> the events: records under a sealed interface
 * @param <R> why a command is rejected
 */
public interface Aggregate<C, S, E, R> extends Fold<S, E> {

    /**
     * Answers a command.
     *
     * @param state the aggregate as it is
     * @param command what is asked of it
     * @return why not, or the events that follow, oldest first; none if there is nothing to change
     */
    Either<R, List<E>> decide(S state, C command);

    /**
     * The class of the state, as a snapshot stores it.
     *
     * @return the class of every state this aggregate can be in, or what they have in common
     */
    Class<S> stateClass();

    /**
     * The class of the events.
     *
     * @return the sealed interface above them, or the one record
     */
    Class<E> eventClass();

    /**
     * The version of {@link #apply}, to be raised when the same events shall give another state, so that snapshots of before are
     * not used. A change of the state's shape is noticed without it.
     *
     * @return a number, 1 unless overridden
     */
    default int foldVersion() {
        return 1;
    }

    /**
     * The labels by which queries and append conditions find an event.
     *
     * @param event an event of this aggregate
     * @return its tags, none unless overridden
     */
    default Set<Tag> tags(E event) {
        return Set.of();
    }
}
