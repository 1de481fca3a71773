package dev.daybook.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, from wherever Debian keeps its programs. */
final class PostgresServer extends ServerProcess {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final String data;

    PostgresServer(Path parent) {
        super("postgres", parent);
        data = folder().resolve("data").toString();
        runAsUser(List.of(
                program("initdb"), "-D", data, "-U", "daybook", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"));
        start();
        runAsUser(List.of(
                program("createdb"), "-h", "127.0.0.1", "-p", String.valueOf(port()), "-U", "daybook", "daybook"));
    }

    @Override
    public String url(int port) {
        return "postgresql://daybook@127.0.0.1:" + port + "/daybook";
    }

    @Override
    public void start() {
        List<String> ready =
                List.of(program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", String.valueOf(port()), "-U", "daybook");
        start(
                List.of(
                        program("postgres"),
                        "-D",
                        data,
                        "-p",
                        String.valueOf(port()),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=on"),
                ready);
    }

    private static String program(String name) {
        return program(name, "postgresql", places());
    }

    /** The newest version first. */
    private static List<Path> places() {
        if (!Files.isDirectory(VERSIONS)) {
            return List.of(VERSIONS);
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.sorted(
                            Comparator.comparingInt(PostgresServer::number).reversed())
                    .map(version -> version.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }
}
