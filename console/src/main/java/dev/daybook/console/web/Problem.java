package dev.daybook.console.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What went wrong with a call, told as RFC 9457 has it. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final int status;
    private final String kind;

    /**
     * A problem.
     *
     * @param kind names it for programs, such as {@code not-found}
     * @param detail names the thing, what was expected and what to do
     */
    public Problem(int status, String kind, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.kind = kind;
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "bad-request", detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", detail);
    }

    public static Problem tooMany(String detail) {
        return new Problem(429, "too-many-requests", detail).with("Retry-After", "1");
    }

    Problem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Map<String, String> headers() {
        return headers;
    }

    int status() {
        return status;
    }

    String type() {
        return "urn:daybook:problem:" + kind;
    }

    /** The name of the status code. */
    String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 421 -> "Misdirected Request";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
