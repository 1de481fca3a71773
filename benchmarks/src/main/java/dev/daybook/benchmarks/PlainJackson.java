package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent.TradeBooked;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What one would write by hand: Jackson as it comes. */
final class PlainJackson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final ObjectReader READER = MAPPER.readerFor(TradeBooked.class);

    private PlainJackson() {}
}
