package dev.daybook.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** How the values of one type are written and read. Made once per type when the codec is built; immutable. */
abstract class Shape {

    /** What a reader is told it should have found. */
    abstract String expects();

    abstract void write(JsonGenerator out, Object value);

    /** Reads the value whose first token is the current one, and leaves its last token as the current one. */
    abstract Object read(JsonParser in);

    /** What a component that is not in the JSON holds; null where it has to be there. */
    @Nullable
    Object absent() {
        return null;
    }

    final Object readPresent(JsonParser in) {
        if (in.currentToken() == tools.jackson.core.JsonToken.VALUE_NULL) {
            throw new Mismatch("expected " + expects() + ", found null");
        }
        return read(in);
    }

    final Mismatch unexpected(JsonParser in) {
        return new Mismatch("expected " + expects() + ", found " + Found.describe(in));
    }
}
