package dev.daybook.jooq;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.append;
import static dev.daybook.testkit.sample.Events.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.disk.SmallDisk;
import dev.daybook.testkit.sample.Photos;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL ends where it cannot write its log ahead; so the disk is filled when that has room, and the tables have none. */
@Timeout(120)
class PostgresFullDiskTest {

    private static final int LEFT = 3 << 20;
    private static final int CHUNK = 1 << 16;

    @Test
    void a_full_disk_is_named_and_forgotten_once_there_is_space(@TempDir Path place) throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(place, "160m")) {
            TestServer server = TestServer.postgresql(disk.place());
            try (server;
                    Storage storage = Storage.open(server.server().url())) {
                beginNewFileOfTheLogAhead(server, storage);
                Path ballast = fillUpTo(disk.place());
                int stored = 1 + Photos.appendUntilFull(storage);
                assertFault(
                        Fault.FULL, "nothing was written", () -> storage.log().append(Photos.append()));
                assertThat(allInOrder(storage)).hasSize(stored);

                Files.delete(ballast);
                storage.log().append(Photos.append());
                assertThat(allInOrder(storage)).hasSize(stored + Photos.EACH);
            }
        }
    }

    private static void beginNewFileOfTheLogAhead(TestServer server, Storage storage) throws SQLException {
        server.query("select pg_switch_wal()");
        storage.log().append(append("order_1"));
    }

    private static Path fillUpTo(Path place) throws Exception {
        Path ballast = place.resolve("ballast");
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long left = Files.getFileStore(place).getUsableSpace() - LEFT; left > 0; left -= CHUNK) {
                out.write(chunk);
            }
        }
        return ballast;
    }
}
