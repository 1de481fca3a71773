package dev.daybook.h2;

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

final class H2SqlTest extends SqlContract implements SqlFixture {

    @Override
    protected SqlFixture fixture() {
        return this;
    }

    @Override
    public Storage open(Path folder) {
        return H2Storage.open(folder.resolve("log"));
    }

    @Override
    public Connection shell(Path folder) throws SQLException {
        return DriverManager.getConnection(H2Storage.jdbcUrl(folder.resolve("log")));
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
