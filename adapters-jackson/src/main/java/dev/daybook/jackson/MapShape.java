package dev.daybook.jackson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Maps as objects; the keys are texts. */
final class MapShape extends Shape {

    private final TextShape key;
    private final Shape value;
    private final Function<Object, Map<?, ?>> entries;
    private final Function<Map<Object, Object>, Object> finish;

    MapShape(
            TextShape key,
            Shape value,
            Function<Object, Map<?, ?>> entries,
            Function<Map<Object, Object>, Object> finish) {
        this.key = key;
        this.value = value;
        this.entries = entries;
        this.finish = finish;
    }

    @Override
    String expects() {
        return "an object";
    }

    @Override
    void write(JsonGenerator out, Object map) {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : Ordered.entries(entries.apply(map), key)) {
            if (entry.getKey() == null || entry.getValue() == null) {
                throw new Mismatch("a key or value of the map is null; leave it out, or make the value Optional");
            }
            String name = key.textOf(entry.getKey());
            try {
                out.writeName(name);
                value.write(out, entry.getValue());
            } catch (Mismatch e) {
                throw e.within(name);
            }
        }
        out.writeEndObject();
    }

    @Override
    Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(in);
        }
        Map<Object, Object> read = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            try {
                if (read.put(key.parsed(name), readValue(in)) != null) {
                    throw new Mismatch("the key is there twice");
                }
            } catch (Mismatch e) {
                throw e.within(Found.shortened(name));
            }
        }
        return finish.apply(read);
    }

    private Object readValue(JsonParser in) {
        Object absent = in.currentToken() == JsonToken.VALUE_NULL ? value.absent() : null;
        return absent == null ? value.readPresent(in) : absent;
    }
}
