package dev.daybook.console.page;

import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The files of the pages, out of the jar: those that are named here, and no others. */
final class Assets {

    private static final String FOLDER = "/dev/daybook/console/assets/";

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private static final List<String> FILES = List.of("console.css", "console.js", "icon.svg", "theme.js");

    private Assets() {}

    static List<Route> routes() {
        return FILES.stream().map(Assets::route).toList();
    }

    private static Route route(String file) {
        Answer answer = Answer.bytes(type(file), read(file)).with("Cache-Control", "max-age=60");
        return Route.open("/assets/" + file, Route.Kind.FILE, call -> answer);
    }

    private static String type(String file) {
        return TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the console's file " + file + " is not in its jar; build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
