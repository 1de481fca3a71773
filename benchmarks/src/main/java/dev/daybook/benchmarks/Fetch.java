package dev.daybook.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Asks a console as a browser does: over a connection that is kept, taking compressed answers. */
final class Fetch implements AutoCloseable {

    /**
     * An answer.
     *
     * @param sent how many bytes came over the network
     * @param text what they are, unpacked
     */
    record Got(int sent, String text) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;

    Fetch(URI console) {
        this.console = console;
    }

    Got get(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        require(answer, path);
        boolean packed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body = packed ? unpacked(answer.body()) : answer.body();
        return new Got(answer.body().length, new String(body, StandardCharsets.UTF_8));
    }

    /** An answer as it comes, not compressed; to be closed. */
    InputStream stream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        require(answer, path);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path));
    }

    private static void require(HttpResponse<?> answer, String path) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the console answered " + path + " with " + answer.statusCode());
        }
    }

    private static byte[] unpacked(byte[] body) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what the console sent cannot be unpacked", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
