package dev.daybook.console.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, such as headers that are too long, told as every other problem is, without a word of what was sent. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        // The server closes after some of what it refuses, and does not say so: a caller would send the next call into
        // a closed connection.
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        response.write(true, ByteBuffer.wrap(problem(response.getStatus())), callback);
        return true;
    }

    private static byte[] problem(int status) {
        String title = HttpStatus.getMessage(status);
        String text = "{\"type\":\"urn:daybook:problem:http\",\"title\":\"" + title + "\",\"status\":" + status
                + ",\"detail\":\"the server refused the call before it was looked at\"}";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
