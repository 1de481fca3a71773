package dev.daybook.jackson.export;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/** An event after redaction, and the JSON pointers (RFC 6901) of what was masked; the empty pointer is the whole payload. */
record Redacted(StoredEvent event, List<String> paths) {}
