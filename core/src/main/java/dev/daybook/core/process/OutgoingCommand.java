package dev.daybook.core.process;

import java.util.UUID;

/**
 * A command that was sent and is not answered yet.
 *
 * @param id its own, which the first event that it stores bears
 * @param process the key of the process that has sent it
 * @param aggregateId who is asked
 * @param command what is asked for
 * @param error why it is parked, empty if it is not
 * @param <C> the commands
 */
public record OutgoingCommand<C>(UUID id, String process, String aggregateId, C command, String error) {}
