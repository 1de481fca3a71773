package dev.daybook.jackson;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The values that are not numbers and that JSON has itself. */
final class Scalars {

    private Scalars() {}

    static final Shape STRING = new Shape() {
        @Override
        String expects() {
            return "a text";
        }

        @Override
        void write(JsonGenerator out, Object value) {
            out.writeString(WellFormed.whole((String) value));
        }

        @Override
        Object read(JsonParser in) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw unexpected(in);
            }
            return in.getString();
        }
    };

    static final Shape BOOLEAN = new Shape() {
        @Override
        String expects() {
            return "true or false";
        }

        @Override
        void write(JsonGenerator out, Object value) {
            out.writeBoolean((Boolean) value);
        }

        @Override
        Object read(JsonParser in) {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw unexpected(in);
            };
        }
    };

    static final Shape BYTES = new Shape() {
        @Override
        String expects() {
            return "bytes in Base64";
        }

        @Override
        void write(JsonGenerator out, Object value) {
            out.writeBinary((byte[]) value);
        }

        @Override
        Object read(JsonParser in) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw unexpected(in);
            }
            return in.getBinaryValue();
        }
    };
}
