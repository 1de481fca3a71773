package dev.daybook.h2;

import dev.daybook.testkit.contract.StorageFixture;

/** Logs in a file. */
final class H2Fixture {

    static final StorageFixture FILE = StorageFixture.persistentInOneProcess(
            (folder, clock) ->
                    H2Storage.builder(folder.resolve("log")).clock(clock).open(),
            folder -> "h2:" + folder.resolve("log"));

    private H2Fixture() {}
}
