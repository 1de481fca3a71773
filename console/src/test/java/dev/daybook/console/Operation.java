package dev.daybook.console;

import dev.daybook.console.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an OpenAPI document says of one call.
 *
 * @param role the least role that is needed, if any
 * @param parameters each with its name, its place, its schema and whether it is required
 * @param body the schema of the body, if there is one
 * @param responses what is answered, by status
 */
record Operation(
        String method,
        String path,
        Optional<Role> role,
        List<JsonNode> parameters,
        Optional<JsonNode> body,
        Map<Integer, JsonNode> responses) {

    static List<Operation> all(JsonNode document) {
        Schemas schemas = new Schemas(document);
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                all.add(of(operation.getKey(), path.getKey(), operation.getValue(), schemas));
            }
        }
        return all;
    }

    private static Operation of(String method, String path, JsonNode said, Schemas schemas) {
        List<JsonNode> parameters = new ArrayList<>();
        said.get("parameters").forEach(parameter -> parameters.add(schemas.resolved(parameter)));
        Map<Integer, JsonNode> responses = new java.util.TreeMap<>();
        said.get("responses")
                .properties()
                .forEach(entry -> responses.put(Integer.valueOf(entry.getKey()), schemas.resolved(entry.getValue())));
        Optional<Role> role = Optional.ofNullable(said.get("x-role"))
                .map(word -> Role.valueOf(word.asString().toUpperCase(Locale.ROOT)));
        JsonNode body = said.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                role,
                parameters,
                body.isMissingNode() ? Optional.empty() : Optional.of(schemas.resolved(body)),
                responses);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
