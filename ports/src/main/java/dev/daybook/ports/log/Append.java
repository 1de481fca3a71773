package dev.daybook.ports.log;

import dev.daybook.ports.event.NewEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One or more events, of one or more aggregates, and what must still hold for them to be taken.
 *
 * @param events the events in the order they shall stand in the log, at least one
 * @param conditions all of which must hold; none at all takes the events in any case
 */
public record Append(List<NewEvent> events, List<Condition> conditions) {

    /**
     * Checks that there is something to append.
     *
     * @throws IllegalArgumentException if there are no events, or two of them bear one id
     */
    public Append {
        events = List.copyOf(events);
        conditions = List.copyOf(conditions);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append without events; give at least one");
        }
        if (events.size() > 1) {
            Set<UUID> ids = new HashSet<>();
            for (NewEvent event : events) {
                if (!ids.add(event.id())) {
                    throw new IllegalArgumentException(
                            "two events of one append bear the id " + event.id() + "; give each an id of its own");
                }
            }
        }
    }

    /**
     * An append without conditions.
     *
     * @param events the events in the order they shall stand in the log
     * @return the append
     */
    public static Append of(NewEvent... events) {
        return new Append(List.of(events), List.of());
    }

    /**
     * An append without conditions.
     *
     * @param events the events in the order they shall stand in the log
     * @return the append
     */
    public static Append of(List<NewEvent> events) {
        return new Append(events, List.of());
    }

    /**
     * The same append with one more condition.
     *
     * @param condition what must hold as well
     * @return a changed copy
     */
    public Append onlyIf(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Append(events, more);
    }
}
