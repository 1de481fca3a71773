package dev.daybook.console.web;

import dev.daybook.jackson.JsonText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies, no more of them than is taken. */
final class Bodies {

    private static final int PATIENT = 4;

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
        InputStream in = request.getInputStream();
        byte[] bytes = in.readNBytes(bounds.bodyBytes() + 1);
        if (bytes.length > bounds.bodyBytes()) {
            // Who is still sending does not hear an answer: what is not much too long is read to its end.
            var unused = in.skip((long) PATIENT * bounds.bodyBytes());
            throw new Problem(413, "too-large", "the body has more than " + bounds.bodyBytes() + " bytes");
        }
        return bytes;
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
