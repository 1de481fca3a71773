package dev.daybook.console;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Checks values against the schemas of an OpenAPI document: the keywords that it uses, and no others. */
final class Schemas {

    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "format",
            "enum",
            "description",
            "minimum",
            "maximum");

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.get("$ref").asString().substring(1)))
                : node;
    }

    /** Throws where a value is not what its schema says. */
    void check(JsonNode value, JsonNode unresolved, String path) {
        JsonNode schema = resolved(unresolved);
        require(!schema.isMissingNode(), path, "has a schema that is not there");
        schema.propertyNames()
                .forEach(word ->
                        require(KNOWN.contains(word), path, "has a keyword " + word + " that this does not check"));
        if (schema.has("type")) {
            String type = schema.get("type").asString();
            require(isOf(type, value), path, "is not of the type " + type + ": " + value);
        }
        if (schema.has("format")) {
            format(schema.get("format").asString(), value.asString());
        }
        if (value.isObject()) {
            object(value, schema, path);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.get("items"), path + "/" + i);
            }
        }
    }

    private void object(JsonNode value, JsonNode schema, String path) {
        schema.path("required").forEach(name -> require(value.has(name.asString()), path, "has no " + name));
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode other = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(field.getValue(), known, path + "/" + field.getKey());
            } else if (other.isObject()) {
                check(field.getValue(), other, path + "/" + field.getKey());
            } else {
                require(
                        !other.isBoolean() || other.asBoolean(),
                        path,
                        "has " + field.getKey() + ", which is not documented");
            }
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new AssertionError("type " + type);
        };
    }

    private static void format(String format, String text) {
        switch (format) {
            case "date-time" -> Instant.parse(text);
            case "uuid" -> UUID.fromString(text);
            default -> throw new AssertionError("format " + format);
        }
    }

    private static void require(boolean holds, String path, String what) {
        if (!holds) {
            throw new AssertionError(path + " " + what);
        }
    }
}
