package dev.daybook.console;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema allows, values that it does not, and texts that somebody hostile would send. */
final class FuzzedValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\0",
            "\u0001\u001f\u007f",
            "'; drop table event; --",
            "\" or 1=1 --",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "%",
            "_%\\%",
            "\\",
            "\r\nSet-Cookie: a=b",
            "${jndi:ldap://x}",
            "\u202e\u200b\ufeff\u2028",
            "\ud83d\ude00\u0301",
            "null",
            "-0",
            "1e400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "4294967297",
            "NaN",
            "0x10",
            "+1",
            "\u0661",
            "+1000000000-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "9999-12-31T23:59:60Z",
            "0001-01-01T00:00:00+18:00",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-7fff-bfff-ffffffffffff",
            "a".repeat(300),
            "\u00e9".repeat(2_000));

    private final RandomGenerator random;
    private final Map<String, List<String>> known;

    /**
     * Values for one call.
     *
     * @param known what there is in the log, by the names that parameters and fields have
     */
    FuzzedValues(RandomGenerator random, Map<String, List<String>> known) {
        this.random = random;
        this.known = known;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(int inHundred) {
        return random.nextInt(100) < inHundred;
    }

    String hostile() {
        return one(HOSTILE);
    }

    JsonNode valid(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asString("any")) {
            case "string" -> NODES.stringNode(text(name, schema));
            case "integer" -> NODES.numberNode(number(name, schema));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema);
            case "object" -> object(schema);
            default ->
                one(List.of(
                        NODES.objectNode().put("a", random.nextInt()),
                        NODES.numberNode(random.nextDouble()),
                        NODES.stringNode(hostile()),
                        NODES.arrayNode().add(true).addNull()));
        };
    }

    private long number(String name, JsonNode schema) {
        List<String> there = known.getOrDefault(name, List.of());
        if (!there.isEmpty() && chance(80)) {
            return Long.parseLong(one(there));
        }
        long least = schema.path("minimum").asLong(Long.MIN_VALUE);
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        return one(List.of(least, most, Math.min(most, Math.max(least, random.nextLong(20)))));
    }

    private String text(String name, JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return one(List.of("2026-01-01T12:00:00Z", "2026-01-01T12:00:01.5+02:00", "1970-01-01T00:00:00Z"));
        }
        if (schema.path("format").asString("").equals("uuid")) {
            return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
        }
        List<String> there = known.getOrDefault(name, List.of());
        if (!there.isEmpty() && (schema.has("pattern") || chance(70))) {
            return one(there);
        }
        int most = Math.min(20, schema.path("maxLength").asInt(20));
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(most); length > 0; length--) {
            text.appendCodePoint(chance(60) ? 'a' + random.nextInt(26) : unusual());
        }
        return text.toString();
    }

    private int unusual() {
        int character = 1 + random.nextInt(Character.MAX_CODE_POINT);
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? '\'' : character;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        int least = schema.path("minItems").asInt(0);
        for (int size = least + random.nextInt(3); size > 0; size--) {
            array.add(valid(name, schema.get("items")));
        }
        return array;
    }

    ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new java.util.ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || chance(40)) {
                object.set(field.getKey(), valid(field.getKey(), field.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject() && chance(50)) {
            object.set(
                    one(known.getOrDefault("aggregate", List.of("x"))),
                    valid("value", schema.get("additionalProperties")));
        }
        return object;
    }

    /** Something that the schema of one place does not allow. */
    JsonNode invalid(JsonNode schema) {
        return switch (schema.path("type").asString("any")) {
            case "integer" ->
                one(List.of(
                        NODES.stringNode("x"),
                        NODES.numberNode(1.5),
                        NODES.booleanNode(true),
                        NODES.numberNode(new java.math.BigInteger("9".repeat(30))),
                        schema.has("minimum")
                                ? NODES.numberNode(schema.get("minimum").asLong() - 1)
                                : NODES.objectNode(),
                        schema.has("maximum") && schema.get("maximum").asLong() < Long.MAX_VALUE
                                ? NODES.numberNode(schema.get("maximum").asLong() + 1)
                                : NODES.arrayNode()));
            case "boolean" -> one(List.of(NODES.stringNode("yes"), NODES.numberNode(7), NODES.objectNode()));
            case "array" -> one(List.of(NODES.stringNode("x"), NODES.numberNode(1), NODES.objectNode()));
            case "object" -> one(List.of(NODES.stringNode("x"), NODES.numberNode(1), NODES.arrayNode()));
            default -> one(List.of(NODES.booleanNode(true), NODES.numberNode(1.5), NODES.objectNode()));
        };
    }
}
