package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.testkit.server.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A server that is started for the measurement, with its usual settings, a schema for each log. */
record ServerEngine(EngineKind kind, DatabaseServer server) implements Engine {

    /** As many as several libraries with a pool each can have open at once. */
    private static final int MOST_CONNECTIONS = 400;

    static ServerEngine postgresql(Path folder) throws SQLException {
        ServerEngine engine = new ServerEngine(EngineKind.POSTGRESQL, DatabaseServer.postgresql(folder));
        engine.execute("alter system set max_connections = " + MOST_CONNECTIONS);
        engine.server.stop();
        engine.server.start();
        return engine;
    }

    static ServerEngine mariadb(Path folder) throws SQLException {
        ServerEngine engine = new ServerEngine(EngineKind.MARIADB, DatabaseServer.mariadb(folder));
        engine.execute("set global max_connections = " + MOST_CONNECTIONS);
        return engine;
    }

    @Override
    public String url(String log) {
        return server.url() + (server.url().contains("?") ? "&" : "?") + "schema=" + log;
    }

    @Override
    public String jdbcUrl(String log) {
        String host = "127.0.0.1:" + server.port();
        return switch (kind) {
            case POSTGRESQL ->
                "jdbc:postgresql://" + host + "/daybook?user=daybook&reWriteBatchedInserts=true&currentSchema=" + log;
            case MARIADB ->
                "jdbc:mariadb://" + host + "/" + log
                        + "?user=daybook&sslMode=disable&useServerPrepStmts=true&useBulkStmts=true";
            case SQLITE, H2 -> throw new IllegalStateException(kind + " is no server");
        };
    }

    @Override
    public void prepare(String log) throws SQLException {
        execute("create schema if not exists " + log);
    }

    private void execute(String command) throws SQLException {
        String none = kind == EngineKind.MARIADB ? "daybook" : "public";
        try (Connection connection = DriverManager.getConnection(jdbcUrl(none));
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public double shareOfRawGroups() {
        return 0.6;
    }

    @Override
    public void close() {
        server.close();
    }
}
