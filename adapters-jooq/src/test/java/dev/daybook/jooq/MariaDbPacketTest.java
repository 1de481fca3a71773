package dev.daybook.jooq;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packets of 16 MiB, the server's default: appends are larger, and a snapshot is as large as such a packet has room for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MariaDbPacketTest {

    /** Whether values stand within the text of a statement, or beside it and many at once. */
    enum Driver {
        TEXT,
        BULK
    }

    private static final int EVENTS = 60;

    private final TestServer server = TestServer.mariadb();
    private final HikariDataSource pool = server.pool(8);

    @BeforeAll
    void setPacket() throws Exception {
        server.execute("set global max_allowed_packet = " + (16 << 20));
    }

    @AfterAll
    void end() {
        pool.close();
        server.close();
    }

    private Storage open(Driver driver) {
        String schema = server.newSchema();
        return switch (driver) {
            case TEXT -> server.builder(pool).schema(schema).open();
            case BULK -> Storage.open(server.server().url() + "&schema=" + schema);
        };
    }

    @ParameterizedTest
    @EnumSource
    void an_append_is_larger_than_a_packet(Driver driver) {
        try (Storage storage = open(driver)) {
            Payload payload = quotes(Limits.standard().payloadBytes());
            List<NewEvent> events = IntStream.range(0, EVENTS)
                    .mapToObj(n -> Events.event("order_" + n, payload))
                    .toList();
            storage.log().append(Append.of(events));
            assertThat(allInOrder(storage)).extracting(StoredEvent::event).isEqualTo(events);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_snapshot_fills_a_packet(Driver driver) {
        try (Storage storage = open(driver)) {
            int most = storage.description().limits().snapshotBytes();
            Snapshot snapshot = new Snapshot("order_1", 1, "fold", Events.WHEN, Events.WHEN, quotes(most));
            storage.snapshots().save(snapshot);
            assertThat(storage.snapshots().newest("order_1", "fold")).hasValue(snapshot);
            assertThat(most).isGreaterThan(7 << 20);
        }
    }

    /** What takes twice as much within the text of a statement. */
    private static Payload quotes(int bytes) {
        byte[] quotes = new byte[bytes];
        Arrays.fill(quotes, (byte) '\'');
        return Payload.json(quotes);
    }
}
