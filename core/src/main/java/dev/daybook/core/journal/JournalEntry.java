package dev.daybook.core.journal;

import dev.daybook.ports.event.Metadata;
import java.time.Instant;

/**
 * A command with what became of it.
 *
 * @param position where the entry stands in the log; the events that it caused stand right before it
 * @param aggregateId the aggregate that was asked
 * @param command what was asked
 * @param sequence the sequence that the aggregate was at when it was decided
 * @param outcome what became of it
 * @param detail why, empty where it was accepted
 * @param events how many events it caused
 * @param timestamp when it was asked
 * @param metadata who asked, and why
 * @param <C> the commands
 */
public record JournalEntry<C>(
        long position,
        String aggregateId,
        C command,
        long sequence,
        Outcome outcome,
        String detail,
        int events,
        Instant timestamp,
        Metadata metadata) {}
