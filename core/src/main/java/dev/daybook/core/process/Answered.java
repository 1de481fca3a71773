package dev.daybook.core.process;

/**
 * A command with its answer.
 *
 * @param aggregateId who was asked
 * @param command what was asked for
 * @param answer what became of it
 * @param <C> the commands
 */
public record Answered<C>(String aggregateId, C command, Answer answer) {}
