package dev.daybook.console.web;

import dev.daybook.jackson.JsonText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies, no more of them than is taken. */
final class Bodies {

    private static final int PATIENT = 5;
    private static final int BUFFER = 8 * 1024;

    private Bodies() {}

    static JsonNode none() {
        return Json.MAPPER.nullNode();
    }

    static JsonNode json(HttpServletRequest request, Bounds bounds) throws IOException {
        String type = type(request);
        if (!type.equals(Answer.JSON)) {
            throw unsupported(type, Answer.JSON);
        }
        byte[] bytes = bytes(request, bounds);
        if (!JsonText.isUnicode(bytes)) {
            throw Problem.badRequest("the body is not Unicode text in UTF-8");
        }
        try {
            JsonNode body = bytes.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(bytes);
            if (body instanceof ObjectNode) {
                return body;
            }
        } catch (JacksonException e) {
            throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
        }
        throw Problem.badRequest("expected a JSON object as the body");
    }

    static Map<String, List<String>> form(HttpServletRequest request, Bounds bounds) throws IOException {
        String type = type(request);
        if (!type.equals("application/x-www-form-urlencoded")) {
            throw unsupported(type, "application/x-www-form-urlencoded");
        }
        return Query.parse(new String(bytes(request, bounds), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(HttpServletRequest request, Bounds bounds) throws IOException {
        long started = System.nanoTime();
        InputStream in = request.getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] some = new byte[BUFFER];
        long sent = 0;
        // Who is still sending does not hear an answer: what is not much too long is read to its end.
        while (sent <= (long) PATIENT * bounds.bodyBytes()) {
            int count = read(in, some);
            if (count < 0) {
                break;
            }
            if (System.nanoTime() - started > bounds.sending().toNanos()) {
                throw tooSlow();
            }
            sent += count;
            body.write(some, 0, sent > bounds.bodyBytes() ? 0 : count);
        }
        if (sent > bounds.bodyBytes()) {
            throw new Problem(413, "too-large", "the body has more than " + bounds.bodyBytes() + " bytes");
        }
        return body.toByteArray();
    }

    private static int read(InputStream in, byte[] some) throws IOException {
        try {
            return in.read(some);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow();
            }
            throw e;
        }
    }

    private static Problem tooSlow() {
        return new Problem(408, "too-slow", "the body did not come in time; send it in one piece");
    }

    private static String type(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        if (type == null) {
            return "";
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    private static Problem unsupported(String found, String expected) {
        return new Problem(
                415,
                "unsupported-media-type",
                "expected a body of the type " + expected + ", found " + (found.isEmpty() ? "none" : found));
    }
}
