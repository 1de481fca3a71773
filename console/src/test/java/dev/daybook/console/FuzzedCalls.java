package dev.daybook.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls of an operation: what the document allows, what it does not, and what nobody in his right mind would send. */
final class FuzzedCalls {

    /** What must come of a call of somebody who may make it. */
    enum Kind {
        /** It is as the document wants it, and is not refused for its form. */
        VALID,
        /** One thing in it is not, and it is refused. */
        INVALID,
        /** Nobody knows, but it is documented. */
        HOSTILE,
        /** By a method that is not there. */
        OTHER_METHOD
    }

    /** A call and what must come of it. */
    record Made(Kind kind, RawCall call) {}

    private static final String JSON = "Content-Type: application/json";

    private final FuzzedValues values;
    private final Operation operation;
    private final List<String> headers = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private String path;
    private Optional<ObjectNode> body;

    private FuzzedCalls(FuzzedValues values, Operation operation) {
        this.values = values;
        this.operation = operation;
        this.path = operation.path();
        this.body = operation.body().map(values::object);
        for (JsonNode parameter : operation.parameters()) {
            boolean required = parameter.path("required").asBoolean(false);
            // A cursor is what a page gave, and nothing else.
            if (required || (values.chance(20) && !name(parameter).equals("cursor"))) {
                add(parameter, values.valid(name(parameter), parameter.get("schema")));
            }
        }
    }

    static Made make(FuzzedValues values, Operation operation, Optional<String> token) {
        FuzzedCalls call = new FuzzedCalls(values, operation);
        token.ifPresent(shown -> call.headers.add("Authorization: Bearer " + shown));
        return switch (values.one(List.of(0, 0, 0, 1, 1, 1, 2, 2, 3))) {
            case 0 -> new Made(Kind.VALID, call.sent());
            case 1 -> call.invalid();
            case 2 -> new Made(Kind.HOSTILE, call.hostile());
            default ->
                new Made(Kind.OTHER_METHOD, call.sent(values.one(List.of("PUT", "DELETE", "PATCH", "TRACE", "BREW"))));
        };
    }

    private static String name(JsonNode parameter) {
        return parameter.get("name").asString();
    }

    private void add(JsonNode parameter, JsonNode value) {
        switch (parameter.get("in").asString()) {
            case "path" -> path = path.replace("{" + name(parameter) + "}", encoded(value.asString()));
            case "header" ->
                headers.add(name(parameter) + ": " + value.asString().replaceAll("[^ -~]", "?"));
            default -> {
                if (value.isArray()) {
                    value.forEach(each -> query(name(parameter), each.asString()));
                } else {
                    query(name(parameter), value.isContainer() ? value.toString() : value.asString());
                }
            }
        }
    }

    private void query(String name, String value) {
        query.add(name + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private RawCall sent() {
        return sent(operation.method());
    }

    private RawCall sent(String method) {
        byte[] bytes = body.map(object -> object.toString().getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        if (body.isPresent()) {
            headers.add(JSON);
        }
        return new RawCall(method, target(), headers, bytes, bytes.length);
    }

    private String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private Made invalid() {
        List<JsonNode> typed = operation.parameters().stream()
                .filter(each -> each.get("in").asString().equals("query") && isTyped(each.get("schema")))
                .toList();
        List<JsonNode> required = operation.parameters().stream()
                .filter(each -> each.get("in").asString().equals("query")
                        && each.path("required").asBoolean(false))
                .toList();
        int choice = values.one(List.of(0, 1, 1, 1, 2, 3, 4, 5));
        RawCall call =
                switch (choice) {
                    case 1 -> typed.isEmpty() ? unknown() : wrong(values.one(typed));
                    case 2 -> required.isEmpty() ? unknown() : without(values.one(required));
                    case 3 -> twice();
                    case 4, 5 -> operation.body().isPresent() ? wrongBody() : badlyEncoded();
                    default -> unknown();
                };
        return new Made(Kind.INVALID, call);
    }

    private static boolean isTyped(JsonNode schema) {
        return schema.has("enum")
                || schema.has("format")
                || List.of("integer", "boolean").contains(schema.path("type").asString(""));
    }

    private RawCall unknown() {
        query("unknown", "1");
        return sent();
    }

    private void drop(String name) {
        query.removeIf(pair -> pair.startsWith(name + "="));
    }

    private RawCall wrong(JsonNode parameter) {
        drop(name(parameter));
        JsonNode schema = parameter.get("schema");
        add(parameter, schema.path("type").asString("").equals("string") ? text() : mistyped(schema));
        return sent();
    }

    /** An array of nothing would not be there at all. */
    private JsonNode mistyped(JsonNode schema) {
        JsonNode wrong = values.invalid(schema);
        return wrong.isContainer() ? text() : wrong;
    }

    private JsonNode text() {
        return Client.tree(Client.quoted(values.one(List.of("nonsense", "2026-13-01T00:00:00Z", "2026-01-01", "1e9"))));
    }

    private RawCall without(JsonNode parameter) {
        drop(name(parameter));
        return sent();
    }

    private RawCall twice() {
        for (JsonNode parameter : operation.parameters()) {
            boolean single = !parameter.get("schema").path("type").asString("").equals("array");
            if (single && parameter.get("in").asString().equals("query")) {
                drop(name(parameter));
                add(parameter, values.valid(name(parameter), parameter.get("schema")));
                add(parameter, values.valid(name(parameter), parameter.get("schema")));
                return sent();
            }
        }
        return unknown();
    }

    private RawCall badlyEncoded() {
        query.add(values.one(List.of("a=%", "%zz=1", "a=%4", "%")));
        return sent();
    }

    private RawCall wrongBody() {
        JsonNode schema = operation.body().orElseThrow();
        ObjectNode object = body.orElseThrow();
        byte[] whole = object.toString().getBytes(StandardCharsets.UTF_8);
        List<String> fields = List.copyOf(schema.path("properties").propertyNames());
        return switch (values.one(List.of(0, 1, 2, 3, 3, 3, 4, 5, 6))) {
            case 0 -> bytes(Arrays.copyOf(whole, whole.length - 1), JSON);
            case 1 -> bytes(whole, values.one(List.of("X: y", "Content-Type: text/plain", "Content-Type: a")));
            case 2 ->
                bytes(
                        values.one(List.of("[]", "1", "\"x\"", "{]", "{\"a\":1}{", "\u0000"))
                                .getBytes(StandardCharsets.UTF_8),
                        JSON);
            case 3 -> {
                List<String> typed = fields.stream()
                        .filter(field -> schema.get("properties").get(field).has("type"))
                        .toList();
                if (typed.isEmpty()) {
                    yield bytes("{\"unknown\":1}".getBytes(StandardCharsets.UTF_8), JSON);
                }
                String field = values.one(typed);
                object.set(field, values.invalid(schema.get("properties").get(field)));
                yield sent();
            }
            case 4 -> bytes("{\"\":".repeat(5_000).getBytes(StandardCharsets.UTF_8), JSON);
            case 5 -> bytes(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, JSON);
            default -> {
                object.put("unknown", 1);
                yield sent();
            }
        };
    }

    private RawCall bytes(byte[] sent, String type) {
        headers.add(type);
        return new RawCall(operation.method(), target(), headers, sent, sent.length);
    }

    private RawCall hostile() {
        switch (values.one(List.of(0, 1, 2, 3, 4, 5))) {
            case 0 ->
                operation.parameters().forEach(parameter -> {
                    drop(name(parameter));
                    query(name(parameter), values.hostile());
                });
            case 1 ->
                headers.add(values.one(List.of(
                        "Host: evil.example",
                        "Accept: image/png",
                        "Accept: ;q=,,/",
                        "If-None-Match: *",
                        "Accept-Encoding: gzip;q=0, identity",
                        "Last-Event-ID: 99999999999999999999",
                        "Last-Event-ID: -1",
                        "Idempotency-Key: " + "k".repeat(3_000),
                        "Origin: null",
                        "Sec-Fetch-Site: cross-site",
                        "Cookie: daybook_session=x; =; ;;",
                        "Range: bytes=5-1",
                        "X: " + "x".repeat(20_000))));
            case 2 ->
                path = operation.path().replaceAll("\\{[^}]*}", encoded(values.hostile()))
                        + values.one(List.of("", "/", ";a=b", "%2f", "%00", "//"));
            case 3 ->
                query.add(values.one(List.of("&&&=&", "a".repeat(9_000), "=", "a[]=1", "x=1&".repeat(200), "\u0001")));
            case 4 ->
                body.ifPresent(object ->
                        List.copyOf(object.propertyNames()).forEach(field -> object.put(field, values.hostile())));
            default -> {
                RawCall whole = sent();
                return new RawCall(
                        whole.method(), whole.target(), whole.headers(), whole.body(), whole.body().length + 10);
            }
        }
        return sent();
    }
}
