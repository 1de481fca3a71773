package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several walks as one, in the order of positions, each event once: leg by leg, each of them behind the one before. */
final class Merge {

    private record Next(StoredEvent event, Walk walk) {}

    private final PriorityQueue<Next> nexts;
    private final Iterator<List<Walk>> legs;
    private final List<Walk> behind = new ArrayList<>();
    private long left;
    private long last = -1;

    Merge(List<List<Walk>> legs, boolean forwards, long limit) {
        Comparator<Next> byPosition = Comparator.comparingLong(next -> next.event.position());
        nexts = new PriorityQueue<>(forwards ? byPosition : byPosition.reversed());
        this.legs = legs.iterator();
        left = limit;
    }

    @Nullable
    StoredEvent next() throws SQLException {
        while (left > 0) {
            advance();
            while (nexts.isEmpty() && legs.hasNext()) {
                behind.addAll(legs.next());
                advance();
            }
            Next next = nexts.poll();
            if (next == null) {
                return null;
            }
            next.walk.take();
            behind.add(next.walk);
            if (next.event.position() != last) {
                last = next.event.position();
                left--;
                return next.event;
            }
        }
        return null;
    }

    /** Lets every walk whose event was taken show its next one. */
    private void advance() throws SQLException {
        for (Walk walk : behind) {
            StoredEvent event = walk.peek(left);
            if (event != null) {
                nexts.add(new Next(event, walk));
            }
        }
        behind.clear();
    }
}
