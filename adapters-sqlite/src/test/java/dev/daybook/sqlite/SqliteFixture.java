package dev.daybook.sqlite;

import dev.daybook.testkit.contract.StorageFixture;

/** Logs in a file. */
final class SqliteFixture {

    static final StorageFixture FILE = StorageFixture.persistent(
            (folder, clock) ->
                    SqliteStorage.builder(folder.resolve("log.db")).clock(clock).open(),
            folder -> "sqlite:" + folder.resolve("log.db"));

    private SqliteFixture() {}
}
