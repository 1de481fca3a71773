package dev.daybook.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, from wherever Debian keeps its programs. */
final class PostgresServer implements DatabaseServer {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final ServerProcess server;
    private final String data;

    PostgresServer(Path parent) {
        server = new ServerProcess("postgres", parent);
        data = server.folder().resolve("data").toString();
        server.runAsUser(List.of(
                program("initdb"), "-D", data, "-U", "daybook", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"));
        start();
        server.runAsUser(List.of(
                program("createdb"), "-h", "127.0.0.1", "-p", String.valueOf(port()), "-U", "daybook", "daybook"));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String url() {
        return url(port());
    }

    @Override
    public String url(int port) {
        return "postgresql://daybook@127.0.0.1:" + port + "/daybook";
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    @Override
    public ProcessHandle process() {
        return server.process();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void start() {
        List<String> ready =
                List.of(program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", String.valueOf(port()), "-U", "daybook");
        server.start(
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
                () -> server.answers(ready));
    }

    @Override
    public void close() {
        server.remove();
    }

    private static String program(String name) {
        return ServerProcess.program(name, "postgresql", places());
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
