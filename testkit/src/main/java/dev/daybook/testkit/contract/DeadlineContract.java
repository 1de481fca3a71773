package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.process.Answer;
import dev.daybook.core.process.Deadline;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.process.Reaction;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.testkit.contract.OrderEvent.CalledOff;
import dev.daybook.testkit.contract.OrderEvent.Postponed;
import dev.daybook.testkit.contract.OrderEvent.Wanted;
import dev.daybook.testkit.contract.PurseEvent.Released;
import dev.daybook.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deadlines of process managers: each fires once, at its time or later, whatever the clock does. */
abstract class DeadlineContract extends ProcessSuite {

    private static final Instant DUE = SettableClock.START.plus(HOUR);
    private static final int MANY = 105;
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private static int fired(ProcessRunner<Buying.State, PurseCommand> runner, String order) {
        return state(runner, order).fired();
    }

    private void set(Instant moment, ProcessRunner<Buying.State, PurseCommand> runner) throws InterruptedException {
        clock.set(moment);
        runner.consumer().wake();
        settle(runner);
    }

    @Test
    void a_deadline_fires_once_and_not_before_its_time() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        StoredEvent wanted = want("o1", 5);
        settle(runner);
        assertThat(runner.deadlines(10)).containsExactly(new Deadline("o1", Buying.PATIENCE, DUE));
        set(DUE.minus(MICROSECOND), runner);
        assertThat(fired(runner, "o1")).isZero();
        set(DUE, runner);
        assertThat(state(runner, "o1")).isEqualTo(new Buying.State("late", 1, 4, 2, 2, 1));
        assertThat(runner.deadlines(10)).isEmpty();
        set(DUE.plus(HOUR), runner);
        assertThat(fired(runner, "o1")).isOne();
        assertThat(purse(Buying.PRICES).free()).isEqualTo(1_000);
        assertThat(of(Released.class))
                .allSatisfy(released -> assertThat(released.metadata().causationId())
                        .hasValue(wanted.id().toString()));
    }

    @Test
    void a_clock_that_is_set_is_noticed_by_itself() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        want("o1", 5);
        settle(runner);
        clock.set(DUE);
        Waiting.until("it fires", () -> fired(runner, "o1") == 1);
    }

    @Test
    void a_deadline_that_was_taken_back_or_moved_does_not_fire() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        want("o1", 5);
        want("o2", 5);
        tell("o1", new CalledOff("o1"));
        tell("o2", new Postponed("o2", DUE.plus(HOUR)));
        settle(runner);
        assertThat(runner.deadlines(10)).containsExactly(new Deadline("o2", Buying.PATIENCE, DUE.plus(HOUR)));
        set(DUE.plusSeconds(1), runner);
        assertThat(fired(runner, "o1")).isZero();
        assertThat(fired(runner, "o2")).isZero();
        set(DUE.plus(HOUR), runner);
        assertThat(fired(runner, "o1")).isZero();
        assertThat(fired(runner, "o2")).isOne();
    }

    @Test
    void a_clock_that_jumps_forth_and_back_fires_each_once_and_loses_none() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        want("o1", 5);
        settle(runner);
        set(DUE.plus(HOUR.multipliedBy(24)), runner);
        assertThat(fired(runner, "o1")).isOne();
        want("o2", 5);
        set(SettableClock.START, runner);
        want("o3", 5);
        set(DUE, runner);
        assertThat(fired(runner, "o1")).isOne();
        assertThat(fired(runner, "o2")).isZero();
        assertThat(fired(runner, "o3")).isOne();
        set(DUE.plus(HOUR.multipliedBy(25)), runner);
        assertThat(fired(runner, "o1")).isOne();
        assertThat(fired(runner, "o2")).isOne();
        assertThat(fired(runner, "o3")).isOne();
    }

    @Test
    void many_deadlines_that_are_due_together_fire_each_once() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start((id, command, context) -> new Answer.Stored());
        append(IntStream.range(0, MANY)
                .mapToObj(n -> event("o" + n, new Wanted("o" + n, 1)))
                .toList());
        settle(runner);
        set(DUE, runner);
        // Their commands append nothing by which one could see that more is to come.
        Waiting.until("all have fired", () -> runner.deadlines(1).isEmpty());
        settle(runner);
        for (int n = 0; n < MANY; n++) {
            assertThat(state(runner, "o" + n)).as("o" + n).isEqualTo(new Buying.State("late", 1, 4, 0, 0, 1));
        }
    }

    @Test
    void a_deadline_survives_a_restart_and_fires_though_nobody_was_there_at_its_time() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> first = start();
        want("o1", 5);
        settle(first);
        first.close();
        clock.set(DUE.plusSeconds(1));
        ProcessRunner<Buying.State, PurseCommand> second = start();
        settle(second);
        assertThat(fired(second, "o1")).isOne();
        second.close();
        ProcessRunner<Buying.State, PurseCommand> third = start();
        set(DUE.plus(HOUR), third);
        assertThat(fired(third, "o1")).isOne();
    }

    @Test
    void what_was_recorded_before_a_deadline_is_told_before_it() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> first = start();
        want("o1", 5);
        settle(first);
        first.close();
        append(Samples.events(2_500, "other"));
        tell("o1", new CalledOff("o1"));
        clock.set(DUE.plusSeconds(1));
        ProcessRunner<Buying.State, PurseCommand> second = start();
        settle(second);
        assertThat(state(second, "o1")).isEqualTo(new Buying.State("called off", 1, 2, 2, 0, 0));
        assertThat(second.deadlines(10)).isEmpty();
    }

    @Test
    void a_deadline_at_which_the_rules_fail_stops_it_and_is_not_lost() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> broken = daybook.process(
                new Buying(HOUR) {
                    @Override
                    public Reaction<Buying.State, PurseCommand> onDeadline(
                            Buying.State state, Deadline deadline, Instant now) {
                        throw new ArithmeticException("too late");
                    }
                },
                this::execute,
                SETTINGS);
        open.add(broken);
        broken.start();
        want("o1", 5);
        settle(broken);
        clock.set(DUE);
        broken.consumer().wake();
        awaitStopped(broken);
        assertThat(broken.consumer().health().diagnosis()).contains("the deadline patience of o1", "too late");
        broken.close();
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        settle(runner);
        assertThat(fired(runner, "o1")).isOne();
    }
}
