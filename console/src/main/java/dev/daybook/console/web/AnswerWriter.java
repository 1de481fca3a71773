package dev.daybook.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes answers: compressed where that is wanted, and not at all where the caller has them. */
final class AnswerWriter {

    private static final int WORTH_COMPRESSING = 1_024;
    private static final int TAG_BYTES = 16;
    private static final int BUFFER = 1 << 15;

    private AnswerWriter() {}

    static void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (answer) {
            case Answer.Whole whole -> write(whole, request, response);
            case Answer.Streamed streamed -> write(streamed, request, response);
        }
    }

    private static void write(Answer.Whole answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        head(answer.status(), answer.type(), answer.headers(), response);
        boolean isRead = answer.status() == 200 && !request.getMethod().equals("POST");
        if (isRead) {
            String tag = tag(answer.body());
            response.setHeader("ETag", tag);
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "private, no-cache");
            }
            if (has(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(304);
                return;
            }
        }
        byte[] body = answer.body();
        response.addHeader("Vary", "Accept-Encoding, Authorization, Cookie");
        if (body.length >= WORTH_COMPRESSING && takesGzip(request)) {
            body = compressed(body);
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** What fails after the first bytes have gone must not look like a complete answer: the stream is then left unfinished. */
    private static void write(Answer.Streamed answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        head(200, answer.type(), answer.headers(), response);
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        OutputStream out = response.getOutputStream();
        try {
            if (answer.live() || !takesGzip(request)) {
                answer.body().to(out);
                out.flush();
            } else {
                response.addHeader("Vary", "Accept-Encoding");
                response.setHeader("Content-Encoding", "gzip");
                GZIPOutputStream zip = new QuickZip(out);
                answer.body().to(zip);
                zip.finish();
                out.flush();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Fast rather than small: a file of millions of events takes as long as it takes to compress it. */
    private static final class QuickZip extends GZIPOutputStream {

        QuickZip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static void head(int status, String type, Map<String, String> headers, HttpServletResponse response) {
        response.setStatus(status);
        response.setContentType(type);
        headers.forEach(response::setHeader);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        @Nullable String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::trim)
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;")
                                        && !coding.replace(" ", "").endsWith("q=0")));
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    private static boolean has(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::trim)
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    /** Weak, as the same content comes compressed and not. */
    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
