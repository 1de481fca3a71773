package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.testkit.sample.Events;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log is in the file that was named, whatever its name means to others. */
class SqlitePathTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"log.db?synchronous=off", "100%41.db", "a b#c&d=e.db", ":memory:", "file:log.db", "mode=memory"})
    void a_name_is_taken_as_it_is(String name) throws Exception {
        Path file = folder.resolve(name);
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Events.append("order_1"));
            assertThat(file).isNotEmptyFile();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        try (Storage storage = Storage.open("sqlite:" + file)) {
            assertThat(storage.log().head()).isEqualTo(1);
        }
    }

    @Test
    void a_link_in_a_folder_that_cannot_be_written_leads_to_a_log_that_can() throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        Path file = Files.createFile(folder.resolve("log.db"));
        try (SmallDisk disk = SmallDisk.mounted(place, "1m")) {
            Path link = Files.createSymbolicLink(disk.place().resolve("log.db"), file);
            disk.readOnly();
            try (Storage storage = SqliteStorage.open(link)) {
                storage.log().append(Events.append("order_1"));
            }
        }
        try (Storage storage = SqliteStorage.open(file)) {
            assertThat(storage.log().head()).isEqualTo(1);
        }
    }
}
