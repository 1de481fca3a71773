package dev.daybook.console.api;

import dev.daybook.console.difference.Change;
import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Folded;
import dev.daybook.console.reading.ShownEvent;
import dev.daybook.console.reading.Step;
import dev.daybook.jackson.Rfc3339;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What several calls write alike. */
final class Written {

    private Written() {}

    static void page(JsonGenerator out, EventPage page) {
        out.writeStartObject();
        events(out, "events", page.events());
        page.next().ifPresent(next -> out.writeStringProperty("next", next));
        page.reached().ifPresent(reached -> {
            out.writeName("searched");
            out.writeStartObject();
            out.writeNumberProperty("to_position", reached.position());
            out.writeStringProperty("to", Rfc3339.format(reached.timestamp()));
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    static void folded(JsonGenerator out, Folded folded) {
        out.writeStartObject();
        out.writeStringProperty("aggregate_id", folded.aggregateId());
        out.writeNumberProperty("sequence", folded.sequence());
        if (folded.sequence() > 0) {
            out.writeStringProperty("latest", Rfc3339.format(folded.latest()));
        }
        out.writeStringProperty("folded_by", folded.by());
        tree(out, "state", folded.state());
        out.writeEndObject();
    }

    static void step(JsonGenerator out, Step step) {
        out.writeStartObject();
        out.writeName("event");
        out.writeRawValue(step.event().json());
        changes(out, step.changes());
        tree(out, "state", step.state());
        out.writeEndObject();
    }

    static void changes(JsonGenerator out, List<Change> changes) {
        out.writeName("changes");
        out.writeStartArray();
        for (Change change : changes) {
            out.writeStartObject();
            out.writeStringProperty("path", change.path());
            change.before().ifPresent(before -> tree(out, "old", before));
            change.after().ifPresent(after -> tree(out, "new", after));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static void tree(JsonGenerator out, String name, JsonNode tree) {
        out.writeName(name);
        out.writeRawValue(tree.toString());
    }

    static void events(JsonGenerator out, String name, List<ShownEvent> events) {
        out.writeName(name);
        out.writeStartArray();
        events.forEach(event -> out.writeRawValue(event.json()));
        out.writeEndArray();
    }
}
