package dev.daybook.h2;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sql.BackupContract;
import java.nio.file.Path;

final class H2BackupTest extends BackupContract {

    @Override
    protected String fileName(String name) {
        return name + ".mv.db";
    }

    @Override
    protected Storage open(Path file) {
        return H2Storage.open(file);
    }

    @Override
    protected void backup(Path file, Path backup) {
        H2Storage.backup(file, backup);
    }
}
