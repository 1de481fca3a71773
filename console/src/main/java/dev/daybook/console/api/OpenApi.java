package dev.daybook.console.api;

import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the API is, for programs (OpenAPI 3.1). */
final class OpenApi {

    private static final String FILE = "/dev/daybook/console/openapi.json";

    private OpenApi() {}

    static List<Route> routes() {
        Answer document = Answer.bytes(Answer.JSON, read());
        return List.of(Route.open(Api.ROOT + "/openapi.json", Route.Kind.API, call -> document));
    }

    private static byte[] read() {
        try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the console's file " + FILE + " is not in its jar; build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
