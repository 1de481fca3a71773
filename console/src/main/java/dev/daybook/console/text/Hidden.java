package dev.daybook.console.text;

/**
 * Characters that show nothing, turn the text around or are obeyed by a terminal: what lets one text be taken for another (CVE-2021-42574) or
 * does something to who reads it (CWE-150).
 */
public final class Hidden {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE007F;

    private Hidden() {}

    /**
     * Whether a character hides.
     *
     * @param codePoint a character, or half of one
     * @return true for controls, line ends of Unicode, marks of format, tags, and halves of characters
     */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> !isShownBeforeNumbers(codePoint);
            default -> codePoint >= FIRST_TAG && codePoint <= LAST_TAG;
        };
    }

    /**
     * The same for written language: joiners are part of some scripts and of emoji, and stay.
     *
     * @param codePoint a character, or half of one
     * @return true if it hides and is no joiner
     */
    public static boolean isInProse(int codePoint) {
        return is(codePoint) && codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
    }

    /** The marks of format that can be seen: signs of Arabic, Syriac and Kaithi that begin a number or a verse. */
    private static boolean isShownBeforeNumbers(int codePoint) {
        return (codePoint >= 0x0600 && codePoint <= 0x0605)
                || codePoint == 0x06DD
                || codePoint == 0x070F
                || codePoint == 0x0890
                || codePoint == 0x0891
                || codePoint == 0x08E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD;
    }
}
