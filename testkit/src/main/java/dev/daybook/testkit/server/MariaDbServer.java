package dev.daybook.testkit.server;

import java.nio.file.Path;
import java.util.List;

/** MariaDB, from wherever Debian keeps its programs. */
final class MariaDbServer implements DatabaseServer {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    private final ServerProcess server;
    private final String data;
    private final String socket;

    MariaDbServer(Path parent) {
        server = new ServerProcess("mysql", parent);
        data = "--datadir=" + server.folder().resolve("data");
        socket = "--socket=" + server.folder().resolve("s");
        server.runAsUser(List.of(
                program("mariadb-install-db"),
                "--no-defaults",
                data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        start();
        server.runAsUser(List.of(
                program("mariadb"),
                "--no-defaults",
                socket,
                "-u",
                "root",
                "-e",
                "create database daybook; create user daybook@127.0.0.1; grant all on *.* to daybook@127.0.0.1"));
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
        return "mariadb://daybook@127.0.0.1:" + port + "/daybook?sslMode=disable";
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
        List<String> ping = List.of(program("mariadb-admin"), "--no-defaults", socket, "-u", "root", "ping");
        server.start(
                List.of(
                        program("mariadbd"),
                        "--no-defaults",
                        data,
                        socket,
                        "--port=" + port(),
                        "--bind-address=127.0.0.1",
                        "--pid-file=" + server.folder().resolve("pid"),
                        "--skip-name-resolve"),
                () -> server.answers(ping));
    }

    @Override
    public void close() {
        server.remove();
    }

    private static String program(String name) {
        return ServerProcess.program(name, "mariadb-server", PLACES);
    }
}
