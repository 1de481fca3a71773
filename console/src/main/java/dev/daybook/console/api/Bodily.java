package dev.daybook.console.api;

import dev.daybook.console.web.Call;
import dev.daybook.console.web.Problem;
import dev.daybook.ports.event.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a body. What is missing, of another kind or not known is a problem that names it. */
final class Bodily {

    private final JsonNode body;

    private Bodily(JsonNode body) {
        this.body = body;
    }

    static Bodily of(JsonNode body, Set<String> known) {
        for (String name : body.propertyNames()) {
            if (!known.contains(name)) {
                throw Problem.badRequest("the field " + name.substring(0, Math.min(40, name.length()))
                        + " is not known here, but " + known.stream().sorted().toList());
            }
        }
        return new Bodily(body);
    }

    static Bodily of(Call call, Set<String> known) {
        return of(call.body(), known);
    }

    String text(String field) {
        return optional(field).orElseThrow(() -> missing(field));
    }

    Optional<String> optional(String field) {
        return node(field).map(node -> {
            return Text.checked(field, string(field, node));
        });
    }

    Optional<Long> number(String field) {
        return node(field).map(node -> number(field, node));
    }

    List<Long> numbers(String field) {
        return elements(field).stream().map(node -> number(field, node)).toList();
    }

    /** The elements of an array; none if it is not there. */
    List<JsonNode> elements(String field) {
        List<JsonNode> elements = new ArrayList<>();
        node(field).ifPresent(array -> {
            if (!array.isArray()) {
                throw Problem.badRequest("expected an array as " + field);
            }
            array.forEach(elements::add);
        });
        return elements;
    }

    /** The fields of an object; none if it is not there. */
    Map<String, JsonNode> fields(String field) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node(field).ifPresent(object -> {
            if (!object.isObject()) {
                throw Problem.badRequest("expected an object as " + field);
            }
            object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        });
        return fields;
    }

    /** Whatever it is; null counts as missing. */
    Optional<JsonNode> node(String field) {
        @Nullable JsonNode node = body.get(field);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    static Problem missing(String field) {
        return Problem.badRequest("the field " + field + " is missing");
    }

    static String string(String field, JsonNode node) {
        if (!node.isString()) {
            throw Problem.badRequest("expected a text as " + field);
        }
        return node.asString();
    }

    static long number(String field, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Problem.badRequest("expected a whole number as " + field);
        }
        return node.asLong();
    }
}
