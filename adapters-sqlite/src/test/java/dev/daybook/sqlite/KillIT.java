package dev.daybook.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at random moments, and nothing it was told is lost, nor anything half there. */
class KillIT {

    private static final int KILLS = Integer.getInteger("daybook.kills", 100);
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());

    /** Writers that are started ahead, because starting takes longer than writing. */
    private static final int AHEAD = 2;

    private static final Long MISSING = -1L;
    private static final int UUID_LENGTH = 36;

    private final Deque<Process> writers = new ArrayDeque<>();
    private final Random random = new Random(SEED);
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> sequences = new HashMap<>();
    private long checked;

    @Test
    void every_acknowledged_append_survives_and_no_other_is_half_there(@TempDir Path folder) throws Exception {
        System.out.println("KillIT: " + KILLS + " kills, -Ddaybook.seed=" + SEED);
        Path file = folder.resolve("log.db");
        for (int i = 0; i < AHEAD; i++) {
            writers.add(writer(file));
        }
        long acknowledged = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            List<List<UUID>> appends = writeUntilKilled(file);
            acknowledged += appends.size();
            check(file, appends, kill);
        }
        System.out.println("KillIT: " + acknowledged + " appends acknowledged, " + checked + " events found");
        assertThat(acknowledged).isGreaterThan(KILLS);
    }

    @AfterEach
    void end() throws InterruptedException {
        killer.shutdownNow();
        for (Process writer : writers) {
            writer.destroyForcibly().waitFor();
        }
    }

    private List<List<UUID>> writeUntilKilled(Path file) throws Exception {
        Process writer = writers.remove();
        writers.add(writer(file));
        writer.getOutputStream().write('\n');
        writer.getOutputStream().flush();
        List<List<UUID>> appends = new ArrayList<>();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(told.readLine()).as("the writer has opened the file").isEqualTo("open");
            // By its handle, because the process itself would close what it has still to tell.
            Future<Boolean> kill = killer.schedule(
                    writer.toHandle()::destroyForcibly, 50 + random.nextInt(250), TimeUnit.MILLISECONDS);
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                readIds(line, appends);
            }
            assertThat(kill.get()).as("killed").isTrue();
        }
        assertThat(writer.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);
        return appends;
    }

    private Process writer(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // Who is killed leaves the driver's library behind, which goes with this folder.
                        "-Dorg.sqlite.tmpdir=" + file.getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The last line may have been cut off with the process: then nobody was told it. */
    private static void readIds(String line, List<List<UUID>> appends) {
        List<UUID> ids = new ArrayList<>();
        for (int at = 0; at < line.length(); at += UUID_LENGTH + 1) {
            if (line.length() < at + UUID_LENGTH) {
                return;
            }
            ids.add(UUID.fromString(line.substring(at, at + UUID_LENGTH)));
        }
        appends.add(ids);
    }

    private void check(Path file, List<List<UUID>> appends, int kill) {
        Map<UUID, Long> found = new HashMap<>();
        try (Storage storage = SqliteStorage.open(file);
                EventCursor cursor = storage.log().read(Query.all(), Range.all().after(checked))) {
            int left = 0;
            while (cursor.hasNext()) {
                StoredEvent event = cursor.next();
                String where = "kill " + kill + ", seed " + SEED + ", " + event;
                assertThat(event.position()).as(where).isEqualTo(++checked);
                assertThat(event.sequence()).as(where).isEqualTo(sequences.merge(event.aggregateId(), 1L, Long::sum));
                assertThat(found.put(event.id(), event.position())).as(where).isNull();
                int batch = Integer.parseInt(event.type().name().substring("batch_of_".length()));
                left = left == 0 ? batch : left;
                left--;
            }
            assertThat(left).as("events of the last append that are missing").isZero();
            assertThat(storage.log().head()).isEqualTo(checked);
        }
        for (List<UUID> append : appends) {
            List<Long> positions =
                    append.stream().map(id -> found.getOrDefault(id, MISSING)).toList();
            assertThat(positions)
                    .as("kill %s, seed %s: the acknowledged %s", kill, SEED, append)
                    .doesNotContain(MISSING)
                    .isEqualTo(LongStream.range(positions.getFirst(), positions.getFirst() + append.size())
                            .boxed()
                            .toList());
        }
    }
}
