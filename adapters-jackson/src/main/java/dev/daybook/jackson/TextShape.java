package dev.daybook.jackson;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values that have a text of their own; they can be keys of a map, too. */
class TextShape extends Shape {

    private final String expects;
    private final Function<Object, String> text;
    private final Function<String, Object> parse;

    TextShape(String expects, Function<Object, String> text, Function<String, Object> parse) {
        this.expects = expects;
        this.text = text;
        this.parse = parse;
    }

    @SuppressWarnings("unchecked")
    static <T> TextShape of(String expects, Function<? super T, String> text, Function<String, ? extends T> parse) {
        return new TextShape(expects, value -> text.apply((T) value), parse::apply);
    }

    @Override
    final String expects() {
        return expects;
    }

    @Override
    void write(JsonGenerator out, Object value) {
        out.writeString(textOf(value));
    }

    @Override
    Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw unexpected(in);
        }
        return parsed(in.getString());
    }

    final String textOf(Object value) {
        return WellFormed.whole(text.apply(value));
    }

    final Object parsed(String written) {
        try {
            return parse.apply(written);
        } catch (RuntimeException e) {
            throw new Mismatch(
                    "expected " + expects + ", found the text \"" + Found.shortened(written) + "\" (" + e.getMessage()
                            + ")",
                    e);
        }
    }
}
