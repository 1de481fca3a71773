package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.Shop.Event.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AggregatesApiTest {

    private static final String ALL = "/api/v1/aggregates";

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        int second = 0;
        for (String id : List.of("order_2", "order_1", "parcel_1", "order_", "order_10", "order_1")) {
            shop.record(new Sent(1), id, "alice", second++);
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aggregates_come_by_their_ids_with_their_ends_and_how_many_events_they_have() {
        JsonNode all = shop.client.json(ALL);

        assertThat(ids(all)).containsExactly("order_", "order_1", "order_10", "order_2", "parcel_1");
        assertThat(all.has("next")).isFalse();
        assertThat(all.get("aggregates").get(1))
                .hasToString(
                        "{\"aggregate_id\":\"order_1\",\"events\":2,\"first_type\":\"sent\","
                                + "\"first\":\"2026-01-01T12:00:01.000000Z\",\"last\":\"2026-01-01T12:00:05.000000Z\",\"last_position\":6}");
    }

    @Test
    void next_leads_through_all_pages() {
        List<String> found = new ArrayList<>();
        JsonNode page = shop.client.json(ALL + "?limit=2");
        found.addAll(ids(page));
        while (page.has("next")) {
            page = shop.client.json(ALL + "?limit=2&after=" + page.get("next").asString());
            assertThat(ids(page)).hasSizeBetween(1, 2);
            found.addAll(ids(page));
        }
        assertThat(found).containsExactly("order_", "order_1", "order_10", "order_2", "parcel_1");
    }

    @Test
    void a_prefix_narrows_and_is_an_id_itself() {
        assertThat(ids(shop.client.json(ALL + "?prefix=order_")))
                .containsExactly("order_", "order_1", "order_10", "order_2");
        JsonNode first = shop.client.json(ALL + "?prefix=order_1&limit=1");
        assertThat(ids(first)).containsExactly("order_1");
        JsonNode second = shop.client.json(
                ALL + "?prefix=order_1&limit=1&after=" + first.get("next").asString());
        assertThat(ids(second)).containsExactly("order_10");
        assertThat(second.has("next")).isFalse();
        assertThat(ids(shop.client.json(ALL + "?prefix=nobody"))).isEmpty();
        assertThat(ids(shop.client.json(ALL + "?prefix=order_1&after=order"))).containsExactly("order_1", "order_10");
        assertThat(ids(shop.client.json(ALL + "?prefix=order_1&after=parcel_"))).isEmpty();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("aggregates")
                .valueStream()
                .map(one -> one.get("aggregate_id").asString())
                .toList();
    }
}
