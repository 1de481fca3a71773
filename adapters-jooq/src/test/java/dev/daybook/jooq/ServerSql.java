package dev.daybook.jooq;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sql.SqlContract;
import dev.daybook.testkit.sql.SqlFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A schema for each folder, on a server that ends with the tests. */
abstract class ServerSql extends SqlContract implements SqlFixture {

    private static final Map<Path, String> SCHEMAS = new ConcurrentHashMap<>();

    private final TestServer server;
    private final HikariDataSource pool;

    ServerSql(TestServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    @Override
    protected SqlFixture fixture() {
        return this;
    }

    @Override
    public Storage open(Path folder) {
        return server.builder(pool).schema(schema(folder)).open();
    }

    @Override
    public Connection shell(Path folder) throws SQLException {
        Connection shell = server.shell();
        if (server.isPostgresql()) {
            shell.setSchema(schema(folder));
        } else {
            shell.setCatalog(schema(folder));
        }
        return shell;
    }

    @Override
    public AppendResult join(Storage storage, Connection transaction, Append append) {
        return ((RelationalStorage) storage).append(transaction, append);
    }

    @Override
    public String table(Path folder, String table) {
        return schema(folder) + "." + table;
    }

    @Override
    public Tables keepTables(Storage storage, String name, TableWork work) {
        RelationalView view = ((RelationalStorage) storage)
                .relationalView(name, (sql, event) -> sql.connection(connection -> work.apply(connection, event)));
        return new Tables() {
            @Override
            public void handle(StoredEvent event) {
                view.handle(event);
            }

            @Override
            public void close() {
                view.close();
            }
        };
    }

    private String schema(Path folder) {
        return SCHEMAS.computeIfAbsent(folder, first -> server.newSchema());
    }
}
