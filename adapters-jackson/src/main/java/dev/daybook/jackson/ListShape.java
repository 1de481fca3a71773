package dev.daybook.jackson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Lists and sets as arrays. */
final class ListShape extends Shape {

    private final Shape element;
    private final Function<Object, Iterable<?>> elements;
    private final Function<List<Object>, Object> finish;

    ListShape(Shape element, Function<Object, Iterable<?>> elements, Function<List<Object>, Object> finish) {
        this.element = element;
        this.elements = elements;
        this.finish = finish;
    }

    @Override
    String expects() {
        return "an array";
    }

    @Override
    void write(JsonGenerator out, Object value) {
        out.writeStartArray();
        int index = 0;
        for (Object each : elements.apply(value)) {
            try {
                if (each == null) {
                    throw new Mismatch("it is null; leave it out, or make the element Optional");
                }
                element.write(out, each);
                index++;
            } catch (Mismatch e) {
                throw e.within("[" + index + "]");
            }
        }
        out.writeEndArray();
    }

    @Override
    Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected(in);
        }
        List<Object> read = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            try {
                read.add(readElement(in));
            } catch (Mismatch e) {
                throw e.within("[" + read.size() + "]");
            }
        }
        try {
            return finish.apply(read);
        } catch (IllegalArgumentException e) {
            throw Mismatch.of(e);
        }
    }

    private Object readElement(JsonParser in) {
        Object absent = in.currentToken() == JsonToken.VALUE_NULL ? element.absent() : null;
        return absent == null ? element.readPresent(in) : absent;
    }
}
