package dev.daybook.console.api;

import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.ShownEvent;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What several calls write alike. */
final class Written {

    private Written() {}

    static void page(JsonGenerator out, EventPage page) {
        out.writeStartObject();
        events(out, "events", page.events());
        page.next().ifPresent(next -> out.writeStringProperty("next", next));
        out.writeEndObject();
    }

    static void events(JsonGenerator out, String name, List<ShownEvent> events) {
        out.writeName(name);
        out.writeStartArray();
        events.forEach(event -> out.writeRawValue(event.json()));
        out.writeEndArray();
    }
}
