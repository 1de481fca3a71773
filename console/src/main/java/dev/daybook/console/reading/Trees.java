package dev.daybook.console.reading;

import dev.daybook.jackson.JsonTrees;
import dev.daybook.ports.event.Payload;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Payloads as trees, with every number as it is written. */
final class Trees {

    static final JsonMapper JSON = JsonTrees.mapper();

    private Trees() {}

    /** What is not JSON is given as Base64, with its content type. */
    static JsonNode read(Payload payload) {
        try {
            JsonNode tree = JSON.readTree(payload.bytes());
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (JacksonException notJson) {
            return bytes(payload);
        }
        return bytes(payload);
    }

    private static ObjectNode bytes(Payload payload) {
        return JSON.createObjectNode()
                .put("content_type", payload.contentType())
                .put("base64", Base64.getEncoder().encodeToString(payload.bytes()));
    }
}
