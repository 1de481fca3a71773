package dev.daybook.jackson;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a parser stands on, in words short enough for a message. */
final class Found {

    private static final int SHOWN = 40;

    private Found() {}

    static String describe(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == null) {
            return "the end";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the text \"" + shortened(in.getString()) + "\"";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened(in.getString());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            default -> "the end of an object or array";
        };
    }

    static String shortened(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end) + "...";
    }
}
