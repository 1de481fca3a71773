package dev.daybook.benchmarks;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.server.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A server that is started for the measurement, with its usual settings, a schema for each log. */
record ServerEngine(String name, DatabaseServer server, String jdbc) implements Engine {

    static ServerEngine postgresql() {
        DatabaseServer server = DatabaseServer.postgresql();
        String jdbc = "jdbc:postgresql://127.0.0.1:" + server.port()
                + "/daybook?user=daybook&reWriteBatchedInserts=true&currentSchema=";
        return new ServerEngine("PostgreSQL", server, jdbc);
    }

    static ServerEngine mariadb() {
        DatabaseServer server = DatabaseServer.mariadb();
        String jdbc = "jdbc:mariadb://127.0.0.1:" + server.port()
                + "/daybook?user=daybook&sslMode=disable&useServerPrepStmts=true&useBulkStmts=true";
        return new ServerEngine("MariaDB", server, jdbc);
    }

    @Override
    public Storage open(String log) {
        return Storage.open(server.url() + (server.url().contains("?") ? "&" : "?") + "schema=" + log);
    }

    @Override
    public Connection connect(String log) throws SQLException {
        if (!name.equals("MariaDB")) {
            return DriverManager.getConnection(jdbc + log);
        }
        Connection connection = DriverManager.getConnection(jdbc);
        connection.setCatalog(log);
        return connection;
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
