package dev.daybook.jackson;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A value that may be missing: the value itself, or no field at all. */
final class OptionalShape extends Shape {

    private final Shape inner;
    private final Object empty;
    private final Function<Object, Object> wrap;
    private final Function<Object, @Nullable Object> unwrap;

    OptionalShape(Shape inner, Object empty, Function<Object, Object> wrap, Function<Object, @Nullable Object> unwrap) {
        this.inner = inner;
        this.empty = empty;
        this.wrap = wrap;
        this.unwrap = unwrap;
    }

    @Override
    String expects() {
        return inner.expects() + " or null";
    }

    @Override
    Object absent() {
        return empty;
    }

    /** Reached with an empty one only within a list, where a place cannot be left out. */
    @Override
    void write(JsonGenerator out, Object value) {
        Object content = unwrap.apply(value);
        if (content == null) {
            out.writeNull();
        } else {
            inner.write(out, content);
        }
    }

    @Override
    Object read(JsonParser in) {
        return wrap.apply(inner.read(in));
    }
}
