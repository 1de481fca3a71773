package dev.daybook.testkit.memory;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.InlineView;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views as a sorted map each. */
class MemoryViews implements Views {

    private static final Comparator<ViewRow> BY_SORT =
            Comparator.comparing(ViewRow::sort).thenComparing(ViewRow::key);

    private final Gate gate;
    private final Map<String, TreeMap<String, ViewRow>> views = new HashMap<>();

    private @Nullable MemoryInline inline;

    MemoryViews(Gate gate) {
        this.gate = gate;
    }

    void keptInlineBy(MemoryInline views) {
        inline = views;
    }

    @Override
    public InlineView keepInline(InlineFold fold) {
        return Objects.requireNonNull(inline).keep(fold);
    }

    @Override
    public Map<String, ViewRow> find(String view, Set<String> keys) {
        return gate.pass(() -> keys.stream()
                .flatMap(key -> Optional.ofNullable(rows(view).get(key)).stream())
                .collect(Collectors.toMap(ViewRow::key, MemoryViews::copy)));
    }

    /** Row by row, as the size of a part of a map is only known by counting it. */
    @Override
    public List<ViewRow> page(String view, String afterKey, int limit) {
        return gate.pass(() -> {
            List<ViewRow> page = new ArrayList<>();
            Iterator<ViewRow> rows =
                    rows(view).tailMap(afterKey, false).values().iterator();
            while (page.size() < limit && rows.hasNext()) {
                page.add(copy(rows.next()));
            }
            return page;
        });
    }

    @Override
    public List<ViewRow> sorted(String view, SortKey after, String toSort, int limit) {
        return gate.pass(() -> rows(view).values().stream()
                .sorted(BY_SORT)
                .filter(row -> isBehind(row, after) && row.sort().compareTo(toSort) <= 0)
                .limit(limit)
                .map(MemoryViews::copy)
                .toList());
    }

    private static boolean isBehind(ViewRow row, SortKey after) {
        int order = row.sort().compareTo(after.sort());
        return order > 0 || (order == 0 && row.key().compareTo(after.key()) > 0);
    }

    /** Within the gate. */
    void apply(List<RowChange> changes) {
        for (RowChange change : changes) {
            TreeMap<String, ViewRow> rows = views.computeIfAbsent(change.view(), view -> new TreeMap<>());
            switch (change) {
                case RowChange.Put(String view, ViewRow row) -> rows.put(row.key(), copy(row));
                case RowChange.Remove(String view, String key) -> rows.remove(key);
            }
        }
    }

    private NavigableMap<String, ViewRow> rows(String view) {
        return views.getOrDefault(view, new TreeMap<>());
    }

    private static ViewRow copy(ViewRow row) {
        Payload state = row.state();
        return new ViewRow(
                row.key(),
                row.sort(),
                Payload.of(state.contentType(), state.bytes().clone()));
    }
}
