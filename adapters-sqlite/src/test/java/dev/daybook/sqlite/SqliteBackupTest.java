package dev.daybook.sqlite;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sql.BackupContract;
import java.nio.file.Path;

final class SqliteBackupTest extends BackupContract {

    @Override
    protected String fileName(String name) {
        return name + ".db";
    }

    @Override
    protected Storage open(Path file) {
        return SqliteStorage.open(file);
    }

    @Override
    protected void backup(Path file, Path backup) {
        SqliteStorage.backup(file, backup);
    }
}
