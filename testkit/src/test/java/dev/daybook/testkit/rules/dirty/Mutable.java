package dev.daybook.testkit.rules.dirty;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Events that can change, or were made with a clock or dice; each record shall be caught. */
@SuppressWarnings({"ArrayRecordComponent", "JavaUtilDate"})
public sealed interface Mutable {

    record WithArray(byte[] content) implements Mutable {}

    record WithDate(Date day) implements Mutable {}

    record WithCallersList(List<String> names) implements Mutable {}

    record WithClock(Instant at) implements Mutable {
        WithClock() {
            this(Instant.now());
        }
    }

    record WithDice(UUID id) implements Mutable {
        WithDice() {
            this(UUID.randomUUID());
        }
    }

    final class NoRecord implements Mutable {}
}
