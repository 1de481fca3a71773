package dev.daybook.testkit.contract;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Work;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the events of each aggregate: what is lost, or handled twice, shows in a number. */
final class Tally implements Work {

    static final String NAME = "tally";

    private final Views views;
    private final Map<String, Long> counts = new HashMap<>();

    private Tally(Views views) {
        this.views = views;
    }

    static EventConsumer start(Storage storage, ConsumerSettings settings, ConsumerParts parts) {
        return new EventConsumer(NAME, Query.all(), new Tally(storage.views()), settings, parts).start();
    }

    static Map<String, Long> stored(Storage storage) {
        Map<String, Long> counts = new HashMap<>();
        storage.views().page(NAME, "", 1_000).forEach(row -> counts.put(row.key(), count(row)));
        return counts;
    }

    private static long count(ViewRow row) {
        return Long.parseLong(new String(row.state().bytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void handle(StoredEvent event) {
        counts.merge(event.aggregateId(), 1L, Long::sum);
    }

    /** Read again each time: the rows alone are what counts. */
    @Override
    public List<RowChange> takeChanges() {
        Map<String, ViewRow> before = views.find(NAME, counts.keySet());
        List<RowChange> changes = counts.entrySet().stream()
                .<RowChange>map(entry -> {
                    ViewRow row = before.get(entry.getKey());
                    long count = (row == null ? 0 : count(row)) + entry.getValue();
                    return new RowChange.Put(NAME, ViewRow.of(entry.getKey(), Payload.json(Long.toString(count))));
                })
                .toList();
        counts.clear();
        return changes;
    }

    @Override
    public void forget() {
        counts.clear();
    }
}
