package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading the rows of views. */
abstract class RowsContract extends Suite {

    private static final String VIEW = "positions";

    private Views views() {
        return storage.views();
    }

    private void keep(String view, ViewRow... rows) {
        Lease lease = storage.consumers()
                .claim(view, "test", storage.consumers().find(view))
                .orElseThrow();
        List<RowChange> changes = Arrays.stream(rows)
                .<RowChange>map(row -> new RowChange.Put(view, row))
                .toList();
        assertThat(storage.consumers().commit(lease, new Progress(1, changes))).isTrue();
    }

    private static ViewRow row(String key, String sort) {
        return new ViewRow(key, sort, Payload.json("{\"key\":\"" + key + "\"}"));
    }

    @Test
    void a_view_without_rows_has_none() {
        assertThat(views().find(VIEW, "btc")).isEmpty();
        assertThat(views().find(VIEW, Set.of())).isEmpty();
        assertThat(views().page(VIEW, "", 10)).isEmpty();
        assertThat(views().sorted(VIEW, SortKey.from(""), "z", 10)).isEmpty();
    }

    @Test
    void rows_are_found_by_their_very_keys_in_their_own_view() {
        List<String> keys = List.of("btc", "BTC", "btc ", "b\u00e9", "\ud83d\udcd2");
        keep(VIEW, keys.stream().map(key -> row(key, "")).toArray(ViewRow[]::new));
        keep("orders", row("btc", "other"));
        for (String key : keys) {
            assertThat(views().find(VIEW, key)).hasValue(row(key, ""));
        }
        assertThat(views().find(VIEW, "xrp")).isEmpty();
        assertThat(views().find("orders", "btc")).hasValue(row("btc", "other"));
        assertThat(views().find(VIEW, Set.of("btc", "BTC", "xrp"))).containsOnlyKeys("btc", "BTC");
    }

    @Test
    void many_rows_are_found_at_once() {
        ViewRow[] rows = IntStream.range(0, 300).mapToObj(n -> row("k" + n, "")).toArray(ViewRow[]::new);
        keep(VIEW, rows);
        assertThat(views().find(VIEW, Arrays.stream(rows).map(ViewRow::key).collect(Collectors.toSet())))
                .hasSize(300)
                .containsValues(rows);
    }

    @Test
    void any_bytes_are_the_state_of_a_row() {
        ViewRow binary = ViewRow.of("k", Payload.of("application/octet-stream", new byte[] {0, (byte) 0xFF, 7}));
        ViewRow empty = ViewRow.of("l", Payload.of("text/plain", new byte[0]));
        keep(VIEW, binary, empty);
        assertThat(views().page(VIEW, "", 10)).containsExactly(binary, empty);
        Arrays.fill(views().find(VIEW, "k").orElseThrow().state().bytes(), (byte) 9);
        assertThat(views().find(VIEW, "k")).hasValue(binary);
    }

    @Test
    void pages_follow_each_other_in_the_order_of_the_keys() {
        List<String> keys = List.of("A", "B", "a", "a ", "ab", "b", "\u00e9");
        List<String> mixed = new ArrayList<>(keys);
        java.util.Collections.reverse(mixed);
        keep(VIEW, mixed.stream().map(key -> row(key, "")).toArray(ViewRow[]::new));
        List<String> read = new ArrayList<>();
        List<ViewRow> page = views().page(VIEW, "", 2);
        while (!page.isEmpty()) {
            page.forEach(row -> read.add(row.key()));
            page = views().page(VIEW, page.getLast().key(), 2);
        }
        assertThat(read).isEqualTo(keys);
    }

    @Test
    void rows_are_read_in_the_order_that_they_are_sorted_by() {
        keep(VIEW, row("d", "2"), row("a", "3"), row("c", "2"), row("b", "1"), row("e", "2"), row("f", ""));
        List<String> read = new ArrayList<>();
        List<ViewRow> page = views().sorted(VIEW, SortKey.from(""), "3", 2);
        while (!page.isEmpty()) {
            page.forEach(row -> read.add(row.key()));
            page = views().sorted(VIEW, SortKey.of(page.getLast()), "3", 2);
        }
        assertThat(read).containsExactly("f", "b", "c", "d", "e", "a");
        assertThat(views().sorted(VIEW, SortKey.from("2"), "2", 10))
                .extracting(ViewRow::key)
                .containsExactly("c", "d", "e");
        assertThat(views().sorted(VIEW, SortKey.from("2"), "1", 10)).isEmpty();
        assertThat(views().sorted(VIEW, new SortKey("2", "d"), "9", 10))
                .extracting(ViewRow::key)
                .containsExactly("e", "a");
    }

    @Test
    void a_row_that_is_put_again_is_sorted_anew() {
        keep(VIEW, row("a", "1"), row("b", "2"));
        keep(VIEW, row("a", "3"));
        assertThat(views().sorted(VIEW, SortKey.from(""), "9", 10))
                .extracting(ViewRow::key)
                .containsExactly("b", "a");
        assertThat(views().find(VIEW, "a")).map(ViewRow::sort).isEqualTo(Optional.of("3"));
    }
}
