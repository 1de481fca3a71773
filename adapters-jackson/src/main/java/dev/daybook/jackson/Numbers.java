package dev.daybook.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers, each exact or refused: nothing is narrowed, and a decimal number never passes through a double. */
final class Numbers {

    /** So many digits Jackson reads in one number (StreamReadConstraints); more must not be written either. */
    private static final int MOST_DIGITS = 900;

    /** Scales up to here are written plainly; 0E-1000000 would be a megabyte of zeros. */
    private static final int PLAIN_SCALE = 100;

    private Numbers() {}

    static final Shape INT = whole("a whole number of 32 bits", Integer.MIN_VALUE, Integer.MAX_VALUE, v -> (int) v);
    static final Shape SHORT = whole("a whole number of 16 bits", Short.MIN_VALUE, Short.MAX_VALUE, v -> (short) v);
    static final Shape BYTE = whole("a whole number of 8 bits", Byte.MIN_VALUE, Byte.MAX_VALUE, v -> (byte) v);
    static final Shape LONG = whole("a whole number of 64 bits", Long.MIN_VALUE, Long.MAX_VALUE, v -> v);

    static final Shape BIG_INTEGER = new Shape() {
        @Override
        String expects() {
            return "a whole number";
        }

        @Override
        void write(JsonGenerator out, Object value) {
            BigInteger number = (BigInteger) value;
            refuseLong(new BigDecimal(number));
            out.writeNumber(number);
        }

        @Override
        Object read(JsonParser in) {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw unexpected(in);
            }
            return in.getBigIntegerValue();
        }
    };

    static final Shape BIG_DECIMAL = new Shape() {
        @Override
        String expects() {
            return "a decimal number";
        }

        @Override
        void write(JsonGenerator out, Object value) {
            BigDecimal number = (BigDecimal) value;
            refuseLong(number);
            boolean plain = number.scale() >= 0 && number.scale() <= PLAIN_SCALE;
            // With a negative scale the plain form would read back with another scale: 1E+3 is not 1000.
            out.writeNumber(plain ? number.toPlainString() : number.toString());
        }

        @Override
        Object read(JsonParser in) {
            return switch (in.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDecimalValue();
                case VALUE_STRING -> ofText(in);
                default -> throw unexpected(in);
            };
        }

        // Other systems write exact decimals as text, lest somebody reads them as doubles.
        private Object ofText(JsonParser in) {
            String text = in.getString();
            try {
                if (text.length() <= MOST_DIGITS) {
                    return new BigDecimal(text);
                }
            } catch (NumberFormatException e) {
                throw unexpected(in);
            }
            throw unexpected(in);
        }
    };

    static final Shape DOUBLE =
            Floating.of("a number", JsonParser::getDoubleValue, JsonGenerator::writeNumber, v -> (Double) v, v -> v);
    static final Shape FLOAT = Floating.of(
            "a number of 32 bits",
            in -> (double) in.getFloatValue(),
            (out, v) -> out.writeNumber((float) v),
            v -> (double) (Float) v,
            v -> (float) v);

    private interface FromLong {
        Object of(long value);
    }

    private static Shape whole(String expects, long least, long most, FromLong from) {
        return new Shape() {
            @Override
            String expects() {
                return expects;
            }

            @Override
            void write(JsonGenerator out, Object value) {
                out.writeNumber(((Number) value).longValue());
            }

            @Override
            Object read(JsonParser in) {
                if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
                        || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    throw unexpected(in);
                }
                long value = in.getLongValue();
                if (value < least || value > most) {
                    throw unexpected(in);
                }
                return from.of(value);
            }
        };
    }

    private static void refuseLong(BigDecimal number) {
        if (number.precision() > MOST_DIGITS) {
            throw new Mismatch("a number of " + number.precision() + " digits; at most " + MOST_DIGITS
                    + " can be read back, round it or keep it as text");
        }
    }
}
