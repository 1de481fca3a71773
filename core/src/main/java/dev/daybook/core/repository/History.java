package dev.daybook.core.repository;

import dev.daybook.core.replay.Replay;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.List;
import java.util.stream.Stream;

/** Walks through an aggregate's events one by one, with the state after each. */
final class History<S, E> {

    private final Replay<S, E> replay;
    private S state;

    private History(Replay<S, E> replay) {
        this.replay = replay;
        this.state = replay.initial();
    }

    static <S, E> Stream<HistoryEntry<S, E>> of(EventLog log, String id, Replay<S, E> replay) {
        EventCursor cursor = log.read(Query.aggregate(id), Range.all());
        History<S, E> history = new History<>(replay);
        return cursor.stream().map(history::next);
    }

    private HistoryEntry<S, E> next(StoredEvent stored) {
        List<E> events = replay.decode(stored);
        state = replay.apply(state, events, stored);
        return new HistoryEntry<>(stored, events, state);
    }
}
