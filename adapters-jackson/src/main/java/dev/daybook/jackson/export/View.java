package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of an event may be seen: the redacted event, and the words for that. */
record View(Redaction redaction, @Nullable Function<StoredEvent, String> words) {

    Shown show(StoredEvent event) {
        Redacted redacted = redaction.apply(event);
        return new Shown(redacted.event(), redacted.paths(), words(redacted));
    }

    private @Nullable String words(Redacted redacted) {
        if (words == null) {
            return null;
        }
        try {
            return words.apply(redacted.event());
        } catch (RuntimeException e) {
            // A masked value often no longer fits its type, and words from the unmasked event could tell what is
            // masked.
            if (redacted.paths().isEmpty()) {
                throw e;
            }
            return Redaction.MASK;
        }
    }
}
