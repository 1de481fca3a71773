package dev.daybook.jackson;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers of floating point; those that JSON has no number for are written as text: NaN, Infinity, -Infinity. */
final class Floating {

    private Floating() {}

    interface Writer {
        void write(JsonGenerator out, double value);
    }

    static Shape of(
            String expects,
            ToDoubleFunction<JsonParser> read,
            Writer write,
            ToDoubleFunction<Object> unbox,
            DoubleFunction<Object> box) {
        return new Shape() {
            @Override
            String expects() {
                return expects;
            }

            @Override
            void write(JsonGenerator out, Object value) {
                double number = unbox.applyAsDouble(value);
                if (Double.isFinite(number)) {
                    write.write(out, number);
                } else {
                    out.writeString(Double.toString(number));
                }
            }

            @Override
            Object read(JsonParser in) {
                JsonToken token = in.currentToken();
                if (token == JsonToken.VALUE_STRING) {
                    return box.apply(odd(in));
                }
                if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                    throw unexpected(in);
                }
                double value = read.applyAsDouble(in);
                if (!Double.isFinite(value)) {
                    throw unexpected(in);
                }
                return box.apply(value);
            }

            private double odd(JsonParser in) {
                return switch (in.getString()) {
                    case "NaN" -> Double.NaN;
                    case "Infinity" -> Double.POSITIVE_INFINITY;
                    case "-Infinity" -> Double.NEGATIVE_INFINITY;
                    default -> throw unexpected(in);
                };
            }
        };
    }
}
