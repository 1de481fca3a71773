package dev.daybook.h2;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.append;
import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.testkit.sample.Events;
import dev.daybook.testkit.sample.Photos;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps an H2 file from being a log has a name and a remedy, and the database itself refuses to change history. */
class H2FaultsTest {

    /** What H2 counts the size of a file in. */
    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log.mv.db");
    }

    @Test
    void a_missing_folder_is_named_and_not_made() {
        assertFault(Fault.MISSING, "Make the folder", () -> H2Storage.open(folder.resolve("no/log")));
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_database_is_foreign_and_stays_as_it_is() throws Exception {
        Files.writeString(file, "Dear diary, today I was not a database.".repeat(500));
        byte[] before = Files.readAllBytes(file);
        assertFault(Fault.FOREIGN, "Daybook file", () -> H2Storage.open(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void tables_of_another_program_are_foreign() throws Exception {
        execute("create table event_log (entry varchar)");
        assertFault(Fault.FOREIGN, "not Daybook's", () -> H2Storage.open(file));
    }

    @Test
    void a_newer_schema_is_refused() throws Exception {
        H2Storage.open(file).close();
        execute("update log_lock set version = 4711");
        assertFault(Fault.NEWER, "schema version 4711", () -> H2Storage.open(file));
    }

    @Test
    void a_file_removed_under_an_open_storage_takes_no_more_appends_and_answers_no_more() throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append("order_1"));
            assertThat(storage.log().head()).isEqualTo(1);
            Files.delete(file);
            assertFault(
                    Fault.MISSING, "removed or replaced", () -> storage.log().append(append("order_1")));
            assertFault(Fault.MISSING, "removed", () -> storage.log().append(append("order_1")));
            assertFault(Fault.MISSING, "removed", () -> storage.log().head());
            assertFault(Fault.MISSING, "removed", () -> Events.all(storage.log()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merge into event_log (position, payload) key (position) values (1, X'7B7D')",
                "drop table event_log"
            })
    void a_change_is_refused(String change) throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append("order_1"));
        }
        assertThatThrownBy(() -> execute(change)).isInstanceOf(SQLException.class);
        try (Storage storage = H2Storage.open(file)) {
            assertThat(Events.all(storage.log())).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_096, 8_192, 12_288})
    void a_file_that_was_cut_to_its_beginning_is_damaged_and_no_new_log(int size) throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(append("order_1"));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, size));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertFault(Fault.DAMAGED, "restore it from a backup", () -> H2Storage.open(file));
        }
        Files.write(file, whole);
        try (Storage storage = H2Storage.open(file)) {
            assertThat(Events.all(storage.log())).hasSize(1);
        }
    }

    @Test
    void a_file_that_was_closed_and_is_cut_anywhere_is_damaged() throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(Events.append("order_1", 500));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += BLOCK / 2) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertFault(Fault.DAMAGED, "restore it from a backup", () -> H2Storage.open(file));
        }
    }

    /** The header calls the file closed until the first write of whoever opened it next is whole. */
    @ParameterizedTest
    @ValueSource(ints = {1, 512, BLOCK, BLOCK + 512, 3 * BLOCK})
    void a_closed_file_whose_next_write_was_torn_is_whole(int torn) throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(Events.append("order_1", 500));
        }
        byte[] closed = Files.readAllBytes(file);
        byte[] longer = Arrays.copyOf(closed, closed.length + torn);
        // Any chunk begins as this one.
        System.arraycopy(closed, 2 * BLOCK, longer, closed.length, torn);
        Files.write(file, longer);
        try (Storage storage = H2Storage.open(file)) {
            assertThat(Events.all(storage.log())).hasSize(500);
            assertThat(storage.log().append(append("order_2"))).isInstanceOf(AppendResult.Stored.class);
        }
    }

    /** H2 itself opens some of these files, as they were before their newest chunk was written. */
    @ParameterizedTest
    @CsvSource({"500, 0", "500, 1", "5000, 1", "5000, 3"})
    void a_file_without_the_chunk_that_its_header_names_is_damaged(int events, int times) throws Exception {
        try (Storage storage = H2Storage.open(file)) {
            storage.log().append(Events.append("order_1", events));
        }
        for (int time = 0; time < times; time++) {
            try (Storage storage = H2Storage.open(file)) {
                storage.log().append(append("order_2"));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Matcher newest = Pattern.compile("block:(\\p{XDigit}+),")
                .matcher(new String(whole, 0, BLOCK, StandardCharsets.ISO_8859_1));
        assertThat(newest.find()).isTrue();
        int start = Integer.parseInt(newest.group(1), 16) * BLOCK;
        Arrays.fill(whole, start, start + BLOCK, (byte) 0);
        Files.write(file, whole);
        assertFault(Fault.DAMAGED, "restore it from a backup", () -> H2Storage.open(file));
    }

    @Test
    void a_version_that_loses_commits_is_known_and_is_not_the_one_in_use() throws Exception {
        assertThat(H2Storage.losesCommits("2.5.252 (2026-10-19)")).isTrue();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(H2Storage.losesCommits(connection.getMetaData().getDatabaseProductVersion()))
                    .isFalse();
        }
    }

    @Test
    void a_database_of_ones_own_takes_several_logs_beside_its_tables_and_a_backup_has_them_all() throws Exception {
        execute("create table balance (amount integer)");
        for (String schema : List.of("public", "orders", "trades")) {
            try (Storage storage = H2Storage.builder(file).schema(schema).open()) {
                storage.log().append(append("order_" + schema));
            }
        }
        Path backup = folder.resolve("backup.mv.db");
        H2Storage.backup(file, backup);
        for (String schema : List.of("public", "orders", "trades")) {
            try (Storage storage = H2Storage.builder(backup).schema(schema).open()) {
                assertThat(Events.all(storage.log()))
                        .extracting(StoredEvent::aggregateId)
                        .containsExactly("order_" + schema);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(H2Durability.class)
    void a_full_disk_is_named_and_forgotten_once_there_is_space(H2Durability durability) throws Exception {
        Path place = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mounted(place, "4m");
                Storage storage = H2Storage.builder(disk.place().resolve("log"))
                        .durability(durability)
                        .open()) {
            Path ballast = Files.write(place.resolve("ballast"), new byte[2 << 20]);
            int stored = Photos.appendUntilFull(storage);
            assertFault(Fault.FULL, "space", () -> storage.log().append(Photos.append()));
            assertThat(allInOrder(storage)).hasSize(stored);

            Files.delete(ballast);
            storage.log().append(Photos.append());
            assertThat(allInOrder(storage)).hasSize(stored + Photos.EACH);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(H2Storage.jdbcUrl(file));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
