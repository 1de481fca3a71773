package dev.daybook.testkit.codec;

import dev.daybook.ports.codec.CodecException;
import dev.daybook.ports.event.Payload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Texts that stand for objects, equal texts for equal objects. */
final class Handles {

    private final Map<String, Object> objects = new HashMap<>();
    private final Map<Object, String> handles = new HashMap<>();

    synchronized Payload write(Object object, String what) {
        String handle = handles.computeIfAbsent(object, added -> what + " #" + (handles.size() + 1));
        objects.put(handle, object);
        return Payload.of(ObjectCodec.CONTENT_TYPE, handle.getBytes(StandardCharsets.UTF_8));
    }

    synchronized Object read(Payload payload) {
        Object kept = objects.get(payload.text());
        if (kept == null || !payload.contentType().equals(ObjectCodec.CONTENT_TYPE)) {
            throw new CodecException(
                    "the payload (" + payload
                            + ") is no handle of this codec; only the codec that wrote one can read it",
                    null);
        }
        return kept;
    }
}
