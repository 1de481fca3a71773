package dev.daybook.ports.event;

/** The rule for every text that names something: any Unicode but NUL and half characters, which some engines cannot keep. */
public final class Text {

    private Text() {}

    /**
     * Refuses what cannot name anything.
     *
     * @param what what it names, for the message
     * @param text the name
     * @return the name
     * @throws IllegalArgumentException if it is empty or not Unicode text
     */
    public static String checked(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty; give at least one character");
        }
        return wellFormed(what, text);
    }

    static String wellFormed(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(
                        what + " holds U+0000 at index " + i + ", which not every engine can store; remove it");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(what + " holds a lone surrogate at index " + i
                        + ", which is not Unicode text; give the whole character or remove it");
            }
        }
        return text;
    }
}
