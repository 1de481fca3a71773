package dev.daybook.console.page;

import dev.daybook.console.reading.ShownEvent;
import dev.daybook.console.web.Json;
import dev.daybook.ports.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What happened, in a line: in the words of the event, or where the console has no class that knows any, by its fields. */
final class Summary {

    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_VALUE = 60;

    private Summary() {}

    static String of(ShownEvent shown) {
        StoredEvent event = shown.event();
        String words = shown.description();
        String bare = event.type().name().replace('_', ' ');
        if (!words.equalsIgnoreCase(bare) || !event.payload().contentType().contains("json")) {
            return words;
        }
        List<String> fields = fields(event.payload().bytes());
        return fields.isEmpty() ? words : String.join(", ", fields);
    }

    private static List<String> fields(byte[] payload) {
        List<String> fields = new ArrayList<>();
        try {
            for (Map.Entry<String, JsonNode> field :
                    Json.MAPPER.readTree(payload).properties()) {
                if (field.getValue().isValueNode() && fields.size() < MOST_FIELDS) {
                    fields.add(field.getKey().replace('_', ' ') + " "
                            + shortened(field.getValue().asString()));
                }
            }
        } catch (JacksonException notReadable) {
            return List.of();
        }
        return fields;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
