package dev.daybook.sqlite;

import dev.daybook.jooq.RelationalStorage;
import dev.daybook.jooq.RelationalView;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sql.SqlContract;
import dev.daybook.testkit.sql.SqlFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class SqliteSqlTest extends SqlContract implements SqlFixture {

    @Override
    protected SqlFixture fixture() {
        return this;
    }

    @Override
    public Storage open(Path folder) {
        return SqliteStorage.open(folder.resolve("log.db"));
    }

    @Override
    public Connection shell(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.db") + "?busy_timeout=30000");
    }

    @Override
    public AppendResult join(Storage storage, Connection transaction, Append append) {
        return ((RelationalStorage) storage).append(transaction, append);
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
}
