package dev.daybook.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A text as its bytes stand in the file: SQLite looks into none, and the driver would put U+FFFD for what is no character.
 *
 * @param shown the text, with U+FFFD in it if it is not sound; empty for null
 * @param isSound whether all of it are characters
 */
record OriginalText(String shown, boolean isSound) {

    static OriginalText of(byte @Nullable [] bytes, Charset encoding) {
        if (bytes == null) {
            return new OriginalText("", true);
        }
        try {
            return new OriginalText(
                    encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), true);
        } catch (CharacterCodingException e) {
            return new OriginalText(new String(bytes, encoding), false);
        }
    }
}
