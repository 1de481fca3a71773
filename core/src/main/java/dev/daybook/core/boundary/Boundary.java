package dev.daybook.core.boundary;

import dev.daybook.ports.log.Query;
import io.vavr.control.Either;
import java.util.List;

/**
 * The rules of a decision over several aggregates: a dynamic consistency boundary, drawn anew for each command by a query. What is decided
 * is stored on the condition that nothing the query finds has come since. Pure: it has no port, no clock, no randomness and no I/O.
 *
 * <p>The query has to find every event that could change the decision, and as few others as it can: those make a decision wait for
 * neighbours that it has nothing to do with. Tags say it best.
 *
 * @param <C> the commands
 * @param <S> what the decision has to know, immutable
 * @param <E> the events
 * @param <R> why a command is rejected
 * @see <a href="https://dcb.events">Dynamic consistency boundary, dcb.events</a>
 */
public interface Boundary<C, S, E, R> {

    /**
     * The class of the events.
     *
     * @return the sealed interface above them, or the one record
     */
    Class<E> eventClass();

    /**
     * What the decision about a command relies on.
     *
     * @param command what is asked
     * @return the query that finds all of it
     */
    Query query(C command);

    /**
     * What is known before the first event.
     *
     * @param command what is asked
     * @return where the fold begins
     */
    S initial(C command);

    /**
     * What is known after an event that the query has found.
     *
     * @param state what was known before
     * @param event the event
     * @return what is known now
     */
    S apply(S state, E event);

    /**
     * Answers a command.
     *
     * @param state all that the query has found, folded
     * @param command what is asked
     * @return why not, or what follows, oldest first; nothing if there is nothing to change
     */
    Either<R, List<Fact<E>>> decide(S state, C command);
}
