package dev.daybook.jackson;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** Whether bytes are JSON, as strictly as the codec sees it. */
public final class JsonText {

    private JsonText() {}

    /**
     * Whether bytes are one JSON value (RFC 8259) in valid UTF-8, without half characters, nested at most 500 deep.
     *
     * @param bytes any bytes
     * @return true if they can be embedded in other JSON as they are
     */
    public static boolean isJson(byte[] bytes) {
        return PlainJson.isSurely(bytes) || isParsed(bytes);
    }

    static boolean isParsed(byte[] bytes) {
        try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            WellFormed.check(bytes);
            if (in.nextToken() == null) {
                return false;
            }
            in.skipChildren();
            return in.nextToken() == null;
        } catch (JacksonException | Mismatch e) {
            return false;
        }
    }

    /**
     * Whether bytes are valid UTF-8, without half characters in JSON's escapes.
     *
     * @param bytes JSON text
     * @return true if every character is Unicode
     */
    public static boolean isUnicode(byte[] bytes) {
        try {
            WellFormed.check(bytes);
            return true;
        } catch (Mismatch e) {
            return false;
        }
    }
}
