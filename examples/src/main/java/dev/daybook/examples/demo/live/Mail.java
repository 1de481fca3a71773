package dev.daybook.examples.demo.live;

import dev.daybook.core.consumer.Work;
import dev.daybook.ports.event.StoredEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Would write to a trader whose order was cancelled. Its server is made up, and now and then too busy to take a letter at once. */
final class Mail implements Work {

    private static final int ONE_OF = 300;

    private final Set<UUID> returned = new HashSet<>();

    @Override
    public void handle(StoredEvent cancelled) {
        if (Math.floorMod(cancelled.id().hashCode(), ONE_OF) == 0 && returned.add(cancelled.id())) {
            throw new IllegalStateException("451 4.3.2 the mail server is too busy; try again later");
        }
    }
}
