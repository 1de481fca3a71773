package dev.daybook.jackson;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Jackson as Daybook sets it up: exact numbers, no duplicate names, no features that guess. */
final class Json {

    /** The field that names which of a sealed interface's classes an object is. No record component can be called so. */
    static final String KIND = "@type";

    static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** For trees only: upcasting, and what has to be looked at before it is read. */
    static final JsonMapper TREES = JsonTrees.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}
}
