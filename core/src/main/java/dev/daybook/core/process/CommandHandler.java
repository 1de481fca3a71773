package dev.daybook.core.process;

import dev.daybook.core.context.Context;

/**
 * Carries out what a process manager sends, usually by a repository:
 * {@code (id, command, context) -> Answer.of(orders.execute(id, command, context))}.
 *
 * <p>It is called again where it is not known what has become of a command, for instance after the process was killed. Whatever it stores
 * with the given context in one append is stored once all the same: the events bear ids that belong to the command. What it does elsewhere
 * happens at least once.
 *
 * @param <C> the commands
 */
@FunctionalInterface
public interface CommandHandler<C> {

    /**
     * Carries out a command, by one append at most.
     *
     * @param aggregateId who is asked
     * @param command what is asked for
     * @param context to be passed on: the causing event, the correlation, the name of the process manager as actor, and ids for the
     *     events. It may be tagged; it must not be given other ids
     * @return what became of it
     * @throws Exception if it cannot be carried out now; it is tried again as the consumer's settings say
     */
    Answer execute(String aggregateId, C command, Context context) throws Exception;
}
