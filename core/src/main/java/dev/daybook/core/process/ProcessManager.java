package dev.daybook.core.process;

import dev.daybook.core.projection.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process manager (saga): a fold that answers events with commands and deadlines, and hears what became of them. It has a process for
 * each key. Pure: it has no port, no clock, no randomness and no I/O; times come in as values.
 *
 * <p>What it is told of a process comes in one order: the answer to a command before the events that the command has stored, and every
 * event that was recorded before a deadline before that deadline.
 *
 * @param <S> the state of a process, immutable
 * @param <E> the events
 * @param <C> the commands, kept as states are
 */
public interface ProcessManager<S, E, C> {

    /**
     * What it is called; its processes are kept by this.
     *
     * @return 1 to 200 characters, the same for good
     */
    String name();

    /**
     * The classes of the events it is given; of all others it is told nothing.
     *
     * @return sealed interfaces, or records, at least one
     */
    List<Class<? extends E>> eventClasses();

    /**
     * The class of the states, as they are stored.
     *
     * @return the class of every state
     */
    Class<S> stateClass();

    /**
     * The class of the commands, as they are stored.
     *
     * @return the sealed interface above them, or the one record
     */
    Class<C> commandClass();

    /**
     * The state of a process of which nothing has been told.
     *
     * @return where each process begins
     */
    S initial();

    /**
     * Which process an event belongs to.
     *
     * @param event the event
     * @return 1 to 200 characters, or nothing if it belongs to none
     */
    Optional<String> key(Recorded<E> event);

    /**
     * Reacts to an event.
     *
     * @param state of the event's process
     * @param event the event
     * @return what follows, begun with {@link #become}
     */
    Reaction<S, C> on(S state, Recorded<E> event);

    /**
     * Reacts to the answer to a command: where it was rejected, this is the place to compensate or to give up.
     *
     * @param state of the process that has sent it
     * @param answered the command and its answer
     * @param now when it was answered
     * @return what follows, begun with {@link #become}
     */
    Reaction<S, C> onAnswer(S state, Answered<C> answered, Instant now);

    /**
     * Reacts to a deadline. To be overridden by whoever sets one.
     *
     * @param state of the process that has set it
     * @param deadline which one
     * @param now the time, at or after the deadline's
     * @return what follows, begun with {@link #become}
     */
    default Reaction<S, C> onDeadline(S state, Deadline deadline, Instant now) {
        throw new IllegalStateException(name() + " has set the deadline " + deadline.name() + " of "
                + deadline.process() + " and does not say what follows; override onDeadline");
    }

    /**
     * Begins a reaction.
     *
     * @param state the state of the process from now on, the same or another
     * @return a reaction with no command and no deadline
     */
    default Reaction<S, C> become(S state) {
        return new Reaction<>(state, List.of(), ProcessStatus.RUNNING, "");
    }
}
