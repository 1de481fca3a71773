package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.context.Context;
import dev.daybook.core.process.Answer;
import dev.daybook.core.process.CommandHandler;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.process.ProcessState;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.core.repository.Repository;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.contract.OrderEvent.Ticked;
import dev.daybook.testkit.contract.OrderEvent.Wanted;
import dev.daybook.testkit.contract.PurseCommand.Fill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of process managers stand on: orders that are paid from purses. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class ProcessSuite extends Suite {

    static final Duration LONG = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);
    static final ConsumerSettings SETTINGS = ConsumerSettings.standard()
            .withLeaseValidity(Duration.ofSeconds(1))
            .withAttempts(3, Duration.ofMillis(1), Duration.ofMillis(1));

    final TextCodec codec = TextCodec.of(OrderEvent.class, PurseEvent.class);
    final List<AutoCloseable> open = new ArrayList<>();
    Daybook daybook;
    Repository<PurseCommand, Purse.State, PurseEvent, String> purses;

    @BeforeEach
    void open_the_daybook() {
        daybook = daybook();
        purses = daybook.repository(new Purse());
        fill(Buying.PRICES, 1_000);
        fill(Buying.FEES, 1_000);
    }

    @AfterEach
    void close_the_daybooks() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /** Of a process of its own, as far as leases go. */
    Daybook daybook() {
        Daybook opened = Daybook.builder(storage, codec).clock(clock).build();
        open.add(opened);
        return opened;
    }

    ProcessRunner<Buying.State, PurseCommand> start() {
        return start(this::execute);
    }

    ProcessRunner<Buying.State, PurseCommand> start(CommandHandler<PurseCommand> handler) {
        return start(daybook, handler, SETTINGS);
    }

    ProcessRunner<Buying.State, PurseCommand> start(
            Daybook on, CommandHandler<PurseCommand> handler, ConsumerSettings settings) {
        ProcessRunner<Buying.State, PurseCommand> runner = on.process(new Buying(HOUR), handler, settings);
        open.add(runner);
        return runner.start();
    }

    Answer execute(String aggregateId, PurseCommand command, Context context) {
        return Answer.of(purses.execute(aggregateId, command, context));
    }

    final void fill(String purse, long amount) {
        assertThat(purses.execute(purse, new Fill(amount), Context.none())).isInstanceOf(ExecuteResult.Stored.class);
    }

    Purse.State purse(String id) {
        return purses.load(id).state();
    }

    StoredEvent want(String order, long amount) {
        return tell(order, new Wanted(order, amount));
    }

    StoredEvent tell(String order, OrderEvent event) {
        return append(event(order, event)).getFirst();
    }

    NewEvent event(String order, OrderEvent event) {
        return NewEvent.of(Samples.id(), order, EventType.of(event.getClass()), codec.encode(event), clock.instant());
    }

    static Buying.State state(ProcessRunner<Buying.State, PurseCommand> runner, String order) {
        return runner.find(order).map(ProcessState::state).orElse(new Buying.State("unknown", 0, 0, 0, 0, 0));
    }

    /** Until everything is handled that is in the log, and that comes of it. */
    void settle(ProcessRunner<Buying.State, PurseCommand> runner) throws InterruptedException {
        long tick = 0;
        while (tick < log().head()) {
            awaitPosition(runner, log().head());
            // When it has come to the first it has looked at the clock; what is due is done behind what was there then.
            for (int n = 0; n < 3; n++) {
                tick = tell("tick", new Ticked()).position();
                awaitPosition(runner, tick);
            }
            Waiting.until("the outbox is empty", () -> runner.outbox(1).isEmpty());
        }
    }

    private static void awaitPosition(ProcessRunner<?, ?> runner, long position) throws InterruptedException {
        assertThat(runner.consumer().awaitPosition(position, LONG))
                .as(() -> runner.consumer().health().toString())
                .isTrue();
    }

    List<StoredEvent> of(Class<?> event) {
        return read(Query.types(EventType.of(event).name()), Range.all());
    }

    List<StoredEvent> rejections() {
        return read(Query.types("command_rejected"), Range.all());
    }

    static void awaitStopped(ProcessRunner<?, ?> runner) {
        Waiting.until("it stops", () -> runner.consumer().health().diagnosis().startsWith("stopped after"));
        assertThat(runner.consumer().health().isHealthy()).isFalse();
    }
}
