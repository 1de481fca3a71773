package dev.daybook.console.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What a handler gives back. */
public sealed interface Answer {

    String JSON = "application/json";
    String HTML = "text/html; charset=utf-8";
    String EVENTS = "text/event-stream";

    /** An answer that is there as a whole; it gets an ETag. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Whole(int status, String type, byte[] body, Map<String, String> headers) implements Answer {}

    /**
     * An answer that is written while it is made.
     *
     * @param live whether it must reach the caller at once, piece by piece
     */
    record Streamed(String type, Map<String, String> headers, Body body, boolean live) implements Answer {}

    /** Writes an answer piece by piece. */
    @FunctionalInterface
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    static Answer json(Consumer<JsonGenerator> content) {
        return json(200, content);
    }

    static Answer json(int status, Consumer<JsonGenerator> content) {
        return new Whole(status, JSON, Json.bytes(content), Map.of());
    }

    static Answer html(String text) {
        return html(200, text);
    }

    static Answer html(int status, String text) {
        return new Whole(status, HTML, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer bytes(String type, byte[] body) {
        return new Whole(200, type, body, Map.of());
    }

    /** After something was done by a form: see there what has become of it. */
    static Answer seeOther(String location) {
        return new Whole(303, HTML, new byte[0], Map.of("Location", location));
    }

    static Answer file(String type, String name, Body body) {
        return new Streamed(type, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), body, false);
    }

    static Answer live(Body body) {
        return new Streamed(EVENTS, Map.of("X-Accel-Buffering", "no"), body, true);
    }

    /** The same with one more header. */
    default Answer with(String header, String value) {
        return switch (this) {
            case Whole(int status, String type, byte[] body, Map<String, String> headers) ->
                new Whole(status, type, body, more(headers, header, value));
            case Streamed(String type, Map<String, String> headers, Body body, boolean live) ->
                new Streamed(type, more(headers, header, value), body, live);
        };
    }

    private static Map<String, String> more(Map<String, String> headers, String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return more;
    }
}
