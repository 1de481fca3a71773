package dev.daybook.jackson;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Payloads and what else is JSON as trees, in which every number is as it is written. */
public final class JsonTrees {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonTrees() {}

    /**
     * What reads and writes them.
     *
     * @return always the same; of a name that an object has twice it takes the last value
     */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
