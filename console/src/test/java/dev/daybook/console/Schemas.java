package dev.daybook.console;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks values against the schemas of an OpenAPI document. */
final class Schemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    Schemas(JsonNode document) {
        this.document = document;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.get("$ref").asString().substring(1)))
                : node;
    }

    /** Throws where a value is not what its schema says. */
    void check(JsonNode value, JsonNode schema, String path) {
        if (schema.isMissingNode() || resolved(schema).isMissingNode()) {
            throw new AssertionError(path + " has a schema that is not there");
        }
        List<Error> errors = schemas.computeIfAbsent(schema, this::schema).validate(value);
        if (!errors.isEmpty()) {
            throw new AssertionError(path + " is not what the document says: " + errors);
        }
    }

    /** With the components of the document, which it may refer to. */
    private Schema schema(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.get("components"));
        return REGISTRY.getSchema(whole);
    }
}
