package dev.daybook.jackson.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the few kinds of values that a line has. */
final class Values {

    private static final int SHOWN = 40;

    private Values() {}

    static String shortened(String text) {
        return '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + '"';
    }

    static String text(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new BadLine("expected a text as \"" + in.currentName() + "\"");
        }
        return in.getString();
    }

    /** A whole number as its digits. */
    static String number(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new BadLine("expected a whole number as \"" + in.currentName() + "\"");
        }
        return in.getString();
    }

    static Map<String, String> entries(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new BadLine("expected an object of texts as metadata");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            if (entries.put(key, text(in)) != null) {
                throw new BadLine("the metadata has " + shortened(key) + " twice");
            }
        }
        return entries;
    }

    static List<String> texts(JsonParser in) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new BadLine("expected an array of texts as tags");
        }
        List<String> texts = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(in));
        }
        return texts;
    }

    /** The bytes of the value that the parser stands on, as they stand in the line. */
    static byte[] raw(JsonParser in, byte[] line) {
        if (in.currentToken() != JsonToken.START_OBJECT && in.currentToken() != JsonToken.START_ARRAY) {
            throw new BadLine("expected an object or an array as \"" + in.currentName() + "\"");
        }
        int from = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        return Arrays.copyOfRange(line, from, (int) in.currentLocation().getByteOffset());
    }

    static byte[] base64(JsonParser in) {
        text(in);
        return in.getBinaryValue();
    }

    static BadLine foreign(String name) {
        return new BadLine(
                "the field " + shortened(name) + " is not of a Daybook export; it is from somewhere else, or from a "
                        + "newer release, and would be lost");
    }

    static BadLine redacted() {
        return new BadLine(
                "the event was redacted when it was exported, so that its content is no longer the one that was "
                        + "logged; import an export made without redaction");
    }
}
