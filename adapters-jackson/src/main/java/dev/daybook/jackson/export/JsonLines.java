package dev.daybook.jackson.export;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes one JSON value after the other with one generator, because making one costs as much as half a line. For one thread. */
final class JsonLines {

    private static final int USUAL = 1_024;
    /** What a rare long line needs is not kept for the others. */
    private static final int MOST_KEPT = 1 << 20;

    private ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL);
    private @Nullable JsonGenerator generator;

    byte[] write(Consumer<JsonGenerator> content) {
        JsonGenerator out = generator;
        if (out == null) {
            line = new ByteArrayOutputStream(USUAL);
            out = JsonLine.FACTORY.createGenerator(ObjectWriteContext.empty(), line);
        }
        // One that has failed within a value cannot begin another.
        generator = null;
        line.reset();
        content.accept(out);
        out.flush();
        byte[] bytes = line.toByteArray();
        generator = bytes.length > MOST_KEPT ? null : out;
        return bytes;
    }
}
