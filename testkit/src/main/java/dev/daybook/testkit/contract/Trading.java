package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.process.Answer;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.testkit.contract.OrderEvent.Wanted;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Orders by the real clock, in a process that may be killed: every one is paid and released, refused, or both purses are as before. */
final class Trading {

    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final Duration PACE = Duration.ofMillis(60);

    private static final TextCodec CODEC = TextCodec.of(OrderEvent.class, PurseEvent.class);
    private static final ConsumerSettings SETTINGS = ConsumerSettings.standard()
            .withBatch(7)
            .withLeaseValidity(Duration.ofMillis(300))
            .withAttempts(1_000_000, Duration.ofMillis(5), Duration.ofMillis(50));

    private Trading() {}

    static Daybook daybook(Storage storage) {
        return Daybook.builder(storage, CODEC).build();
    }

    static ProcessRunner<Buying.State, PurseCommand> start(Daybook daybook) {
        Repository<PurseCommand, Purse.State, PurseEvent, String> purses = daybook.repository(new Purse());
        return daybook.process(
                        new Buying(PATIENCE),
                        (id, command, context) -> Answer.of(purses.execute(id, command, context)),
                        SETTINGS)
                .start();
    }

    /** So that there is time in between; and where others may hold the lock for longer than anybody waits. */
    static void wantPatiently(Storage storage, EventConsumer settling, PrintStream out) throws InterruptedException {
        Random random = new Random();
        while (true) {
            try {
                String order = "o" + Samples.id();
                want(storage, order, new Wanted(order, 1 + random.nextInt(20)));
                out.println(order);
                out.flush();
                var unused = settling.awaitPosition(storage.log().head(), PACE);
                LockSupport.parkNanos(PACE.toNanos());
            } catch (StorageException e) {
                System.err.println(e.getMessage());
            }
        }
    }

    static void want(Storage storage, String order, OrderEvent event) {
        NewEvent wanted =
                NewEvent.of(Samples.id(), order, EventType.of(event.getClass()), CODEC.encode(event), Instant.now());
        assertThat(storage.log().append(Append.of(wanted))).isNotNull();
    }
}
