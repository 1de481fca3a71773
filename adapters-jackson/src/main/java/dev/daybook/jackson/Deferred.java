package dev.daybook.jackson;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Stands for a shape that is being made, where a type holds itself. */
final class Deferred extends Shape {

    private @Nullable Shape shape;

    Shape is(Shape made) {
        shape = made;
        return made;
    }

    private Shape shape() {
        return Objects.requireNonNull(shape);
    }

    @Override
    String expects() {
        return shape().expects();
    }

    @Override
    void write(JsonGenerator out, Object value) {
        shape().write(out, value);
    }

    @Override
    Object read(JsonParser in) {
        return shape().read(in);
    }
}
