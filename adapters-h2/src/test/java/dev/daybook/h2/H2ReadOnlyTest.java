package dev.daybook.h2;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sql.ReadOnlyContract;
import java.nio.file.Path;

final class H2ReadOnlyTest extends ReadOnlyContract {

    @Override
    protected String fileName(String name) {
        return name + ".mv.db";
    }

    @Override
    protected Storage open(Path file) {
        return H2Storage.open(file);
    }

    @Override
    protected Storage openReadOnly(Path file) {
        return H2Storage.openReadOnly(file);
    }

    @Override
    protected String url(Path file) {
        return "h2:" + file;
    }
}
