package dev.daybook.testkit.server;

import java.nio.file.Path;
import java.util.List;

/** MariaDB, from wherever Debian keeps its programs. */
final class MariaDbServer extends ServerProcess {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin"), Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    private final String data;
    private final String socket;

    MariaDbServer(Path parent) {
        super("mysql", parent);
        data = "--datadir=" + folder().resolve("data");
        socket = "--socket=" + folder().resolve("s");
        runAsUser(List.of(
                program("mariadb-install-db"),
                "--no-defaults",
                data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        start();
        runAsUser(List.of(
                program("mariadb"),
                "--no-defaults",
                socket,
                "-u",
                "root",
                "-e",
                "create database daybook; create user daybook@127.0.0.1; grant all on *.* to daybook@127.0.0.1"));
    }

    @Override
    public String url(int port) {
        return "mariadb://daybook@127.0.0.1:" + port + "/daybook?sslMode=disable";
    }

    @Override
    public void start() {
        List<String> ping = List.of(program("mariadb-admin"), "--no-defaults", socket, "-u", "root", "ping");
        start(
                List.of(
                        program("mariadbd"),
                        "--no-defaults",
                        data,
                        socket,
                        "--port=" + port(),
                        "--bind-address=127.0.0.1",
                        "--pid-file=" + folder().resolve("pid"),
                        "--skip-name-resolve"),
                ping);
    }

    private static String program(String name) {
        return program(name, "mariadb-server", PLACES);
    }
}
