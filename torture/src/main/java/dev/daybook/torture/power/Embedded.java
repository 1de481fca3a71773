package dev.daybook.torture.power;

import dev.daybook.h2.H2Durability;
import dev.daybook.h2.H2Storage;
import dev.daybook.ports.storage.Storage;
import dev.daybook.sqlite.SqliteDurability;
import dev.daybook.sqlite.SqliteStorage;
import java.nio.file.Path;

/** An embedded engine in one of its modes. */
public enum Embedded {
    /** SQLite, each append synced. */
    SQLITE_FULL(Grade.WHOLE) {
        @Override
        Storage open(Path file) {
            return SqliteStorage.builder(file).durability(SqliteDurability.FULL).open();
        }
    },
    /** SQLite, synced now and then. */
    SQLITE_NORMAL(Grade.UP_TO_SOME_APPEND) {
        @Override
        Storage open(Path file) {
            return SqliteStorage.builder(file)
                    .durability(SqliteDurability.NORMAL)
                    .open();
        }
    },
    /** H2, each append synced. */
    H2_FULL(Grade.WHOLE) {
        @Override
        Storage open(Path file) {
            return H2Storage.builder(file).durability(H2Durability.FULL).open();
        }
    },
    /** H2, synced now and then. */
    H2_NORMAL(Grade.OR_REFUSED) {
        @Override
        Storage open(Path file) {
            return H2Storage.builder(file).durability(H2Durability.NORMAL).open();
        }
    };

    /** What a power loss may do to a log. */
    enum Grade {
        /** Every acknowledged append is there. */
        WHOLE,
        /** The newest appends may be missing; what is left is the log as it once was. */
        UP_TO_SOME_APPEND,
        /** As the one before, or the file is refused as damaged; nothing wrong is ever served. */
        OR_REFUSED
    }

    private final Grade grade;

    Embedded(Grade grade) {
        this.grade = grade;
    }

    Grade grade() {
        return grade;
    }

    abstract Storage open(Path file);
}
