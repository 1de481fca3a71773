package dev.daybook.cli.json;

import dev.daybook.jackson.JsonText;
import dev.daybook.jackson.JsonTrees;
import dev.daybook.jackson.export.Exports;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON trees in which every number stays what it was. */
public final class Json {

    private static final JsonMapper MAPPER = JsonTrees.mapper();

    private static final ObjectWriter PRETTY = MAPPER.writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /**
     * An object without fields.
     *
     * @return an object to be filled
     */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * An array without elements.
     *
     * @return an array to be filled
     */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * What a payload says.
     *
     * @param payload the content of an event
     * @return its tree, empty if it is not JSON
     */
    public static Optional<JsonNode> tree(Payload payload) {
        return JsonText.isJson(payload.bytes()) ? Optional.of(MAPPER.readTree(payload.bytes())) : Optional.empty();
    }

    /**
     * An event as an export has it.
     *
     * @param event the event
     * @return an object
     */
    public static ObjectNode tree(StoredEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (ExportWriter writer = Exports.plain().ndjson(line)) {
            writer.write(event);
        }
        return (ObjectNode) MAPPER.readTree(line.toByteArray());
    }

    /**
     * Any value as a tree.
     *
     * @param value text, numbers, lists and maps of these
     * @return its tree
     */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * In many lines, for people.
     *
     * @param tree any tree
     * @return text without an end of line at its end
     */
    public static String pretty(JsonNode tree) {
        return PRETTY.writeValueAsString(tree);
    }

    /**
     * In one line, for programs.
     *
     * @param tree any tree
     * @return text without an end of line
     */
    public static String compact(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }
}
