package dev.daybook.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A call as it stands on the wire, which no client has made right.
 *
 * @param target path and query, as sent
 * @param headers lines, without Host, Connection and the length
 * @param body what is sent
 * @param announced how many bytes the header says it has
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RawCall(String method, String target, List<String> headers, byte[] body, int announced) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** What came back; of a stream that does not end, its beginning. */
    record Reply(int status, String type, String body) {}

    Reply send(URI server) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head(server).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            if (announced > body.length) {
                socket.shutdownOutput();
            }
            return read(socket.getInputStream());
        }
    }

    private String head(URI server) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: ").append(server.getHost()).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (announced > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(announced).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    private static Reply read(InputStream in) throws IOException {
        String status = line(in);
        if (status.isEmpty()) {
            throw new IOException("the server closed the connection without a word");
        }
        String type = "";
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            type = lower.startsWith("content-type:") ? line.substring(13).trim() : type;
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        byte[] body;
        if (type.startsWith("text/event-stream")) {
            body = in.readNBytes(16);
        } else {
            body = chunked ? chunks(in) : in.readAllBytes();
        }
        return new Reply(
                Integer.parseInt(status.substring(9, 12)),
                type.replaceAll(";.*", ""),
                new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int length = length(in); length > 0; length = length(in)) {
            all.write(in.readNBytes(length));
            line(in);
        }
        return all.toByteArray();
    }

    private static int length(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            throw new IOException("the answer was broken off");
        }
        return Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        String sent = new String(body, StandardCharsets.UTF_8);
        return method + " " + shortened(target) + " " + Arrays.toString(headers.toArray()) + " "
                + (announced == body.length ? "" : "announced " + announced + " ") + shortened(sent);
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "... of " + text.length();
    }
}
