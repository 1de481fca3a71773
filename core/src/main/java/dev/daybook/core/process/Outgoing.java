package dev.daybook.core.process;

/** A command in the outbox, by the key of its row. */
record Outgoing<C>(String row, Sending sending, C command) {

    OutgoingCommand<C> told() {
        return new OutgoingCommand<>(sending.id(), sending.process(), sending.aggregateId(), command, sending.error());
    }
}
