package dev.daybook.ports.event;

/**
 * A label of an event that a query or an append condition can name, written {@code key:value}.
 *
 * @param key what the label is about, such as {@code course}; without a colon
 * @param value which one, such as {@code c1}
 */
public record Tag(String key, String value) {

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if a part is empty or not Unicode text, or the key holds a colon
     */
    public Tag {
        Text.checked("tag key", key);
        Text.checked("value of tag " + key, value);
        if (key.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "tag key " + key + " holds a colon, which ends the key in key:value; choose a key without");
        }
    }

    /**
     * A tag from its parts.
     *
     * @param key what the label is about
     * @param value which one
     * @return the tag
     */
    public static Tag of(String key, String value) {
        return new Tag(key, value);
    }

    /**
     * A tag from its text, the inverse of {@link #toString}.
     *
     * @param text {@code key:value}; further colons belong to the value
     * @return the tag
     * @throws IllegalArgumentException if there is no colon or a part is empty
     */
    public static Tag parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("tag " + text + " has no colon; write it as key:value");
        }
        return new Tag(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return key + ":" + value;
    }
}
