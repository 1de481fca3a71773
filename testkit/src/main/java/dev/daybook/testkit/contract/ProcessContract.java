package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.core.consumer.ConsumerSettings.WhenFailing;
import dev.daybook.core.context.Context;
import dev.daybook.core.process.Answer;
import dev.daybook.core.process.OutgoingCommand;
import dev.daybook.core.process.ProcessRunner;
import dev.daybook.core.process.ProcessState;
import dev.daybook.core.process.ProcessStatus;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.testkit.contract.OrderEvent.CalledOff;
import dev.daybook.testkit.contract.OrderEvent.Wanted;
import dev.daybook.testkit.contract.PurseCommand.Release;
import dev.daybook.testkit.contract.PurseCommand.Reserve;
import dev.daybook.testkit.contract.PurseEvent.Released;
import dev.daybook.testkit.contract.PurseEvent.Reserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Process managers: what they send is carried out once in effect, and they hear what became of it. */
abstract class ProcessContract extends ProcessSuite {

    private final Queue<String> executed = new ConcurrentLinkedQueue<>();

    private Answer noting(String aggregateId, PurseCommand command, Context context) {
        executed.add(aggregateId + " " + command);
        return execute(aggregateId, command, context);
    }

    private void steal() {
        while (storage.consumers()
                .claim("process:buying", "a thief", storage.consumers().find("process:buying"))
                .map(stolen -> {
                    storage.consumers().release(stolen);
                    return stolen;
                })
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void commands_are_carried_out_once_and_in_the_order_in_which_they_were_sent() throws InterruptedException {
        append(IntStream.range(0, 12)
                .mapToObj(n -> event("o" + n, new Wanted("o" + n, 2)))
                .toList());
        ProcessRunner<Buying.State, PurseCommand> runner = start(this::noting);
        want("late", 3);
        settle(runner);
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            expected.add("prices " + new Reserve("o" + n, 2));
            expected.add("fees " + new Reserve("o" + n, Buying.FEE));
        }
        expected.add("prices " + new Reserve("late", 3));
        expected.add("fees " + new Reserve("late", Buying.FEE));
        assertThat(executed).containsExactlyElementsOf(expected);
        assertThat(state(runner, "o7")).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
        assertThat(purse(Buying.PRICES).free()).isEqualTo(1_000 - 27);
        assertThat(runner.consumer().health().isHealthy()).isTrue();
    }

    @Test
    void what_was_sent_and_not_carried_out_is_when_it_is_started_again() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> broken = start((id, command, context) -> {
            throw new IllegalStateException("the bank is closed");
        });
        want("o1", 5);
        awaitStopped(broken);
        assertThat(broken.outbox(10))
                .extracting(OutgoingCommand::command)
                .containsExactly(new Reserve("o1", 5), new Reserve("o1", Buying.FEE));
        broken.close();
        assertThat(state(broken, "o1")).isEqualTo(new Buying.State("wanted", 1, 0, 0, 0, 0));
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        settle(runner);
        assertThat(state(runner, "o1")).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
        assertThat(of(Reserved.class)).hasSize(2);
    }

    @Test
    void a_command_that_is_carried_out_again_is_stored_once_and_is_not_rejected() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        ProcessRunner<Buying.State, PurseCommand> runner = start((id, command, context) -> {
            Answer answer = execute(id, command, context);
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("dies before it can tell");
            }
            return answer;
        });
        want("o1", 5);
        settle(runner);
        assertThat(calls).hasValue(3);
        assertThat(state(runner, "o1")).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
        assertThat(of(Reserved.class)).hasSize(2);
        assertThat(rejections()).isEmpty();
    }

    @Test
    void a_rejection_stays_even_if_the_command_could_be_carried_out_meanwhile() throws InterruptedException {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        ProcessRunner<Buying.State, PurseCommand> runner = start((id, command, context) -> {
            if (isFirst.getAndSet(false)) {
                // What the answer makes of the process is not kept.
                steal();
                return new Answer.Rejected("not now");
            }
            return execute(id, command, context);
        });
        want("o1", 5);
        settle(runner);
        assertThat(runner.find("o1").map(ProcessState::why)).hasValue("not now");
        assertThat(rejections()).hasSize(1);
        assertThat(purse(Buying.PRICES)).isEqualTo(new Purse.State(1_000, Map.of()));
        assertThat(purse(Buying.FEES)).isEqualTo(new Purse.State(1_000, Map.of()));
    }

    @Test
    void a_rejected_command_comes_back_and_what_was_done_before_is_compensated() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start(this::noting);
        purses.execute(Buying.FEES, new Reserve("all", 1_000), Context.none());
        want("o1", 5);
        settle(runner);
        assertThat(executed)
                .containsExactly(
                        "prices " + new Reserve("o1", 5),
                        "fees " + new Reserve("o1", Buying.FEE),
                        "prices " + new Release("o1"));
        assertThat(purse(Buying.PRICES)).isEqualTo(new Purse.State(1_000, Map.of()));
        ProcessState<Buying.State> process = runner.find("o1").orElseThrow();
        assertThat(process.status()).isEqualTo(ProcessStatus.GAVE_UP);
        assertThat(process.why()).isEqualTo("there was no fee");
        assertThat(process.deadlines()).isEmpty();
        assertThat(runner.deadlines(10)).isEmpty();
        assertThat(runner.all(ProcessStatus.GAVE_UP, "", 10)).containsExactly(process);
        assertThat(runner.all(ProcessStatus.RUNNING, "", 10)).isEmpty();
        assertThat(rejections().getFirst().metadata().entries()).containsEntry("process.reason", "too little");
    }

    @Test
    void a_process_that_has_ended_is_told_of_nothing() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        want("o1", 5_000);
        settle(runner);
        ProcessState<Buying.State> ended = runner.find("o1").orElseThrow();
        assertThat(ended.status()).isEqualTo(ProcessStatus.GAVE_UP);
        tell("o1", new CalledOff("o1"));
        want("o1", 5);
        settle(runner);
        assertThat(runner.find("o1")).hasValue(ended);
    }

    @Test
    void events_of_a_command_name_their_cause_their_conversation_and_the_process_manager() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start();
        NewEvent wanted =
                event("o1", new Wanted("o1", 5)).with(Metadata.by("alice").withCorrelationId("visit 7"));
        append(wanted);
        StoredEvent alone = want("o2", 5_000);
        settle(runner);
        assertThat(of(Reserved.class).subList(0, 2))
                .extracting(StoredEvent::metadata)
                .containsOnly(Metadata.by("buying").causedBy(wanted.id()).withCorrelationId("visit 7"));
        assertThat(rejections().getFirst().metadata())
                .extracting(Metadata::causationId, Metadata::correlationId)
                .containsOnly(
                        Optional.of(alone.id().toString()),
                        Optional.of(alone.id().toString()));
    }

    @Test
    void a_command_that_keeps_failing_stops_it_and_is_told_until_it_is_started_again() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        AtomicBoolean isBroken = new AtomicBoolean(true);
        ProcessRunner<Buying.State, PurseCommand> runner = start((id, command, context) -> {
            calls.incrementAndGet();
            if (isBroken.get() && id.equals(Buying.FEES)) {
                throw new IllegalStateException("the bank is closed");
            }
            return execute(id, command, context);
        });
        want("o1", 5);
        awaitStopped(runner);
        assertThat(calls).hasValue(4);
        assertThat(runner.consumer().health().diagnosis())
                .contains("cannot carry out Reserve to fees of process o1", "the bank is closed", "start it again");
        assertThat(state(runner, "o1").answers()).isEqualTo(1);
        isBroken.set(false);
        runner.start();
        settle(runner);
        assertThat(state(runner, "o1")).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
    }

    @Test
    void a_parked_command_holds_up_its_process_alone_until_it_is_tried_again() throws InterruptedException {
        AtomicBoolean isBroken = new AtomicBoolean(true);
        ProcessRunner<Buying.State, PurseCommand> runner = start(
                daybook,
                (id, command, context) -> {
                    if (isBroken.get() && command.equals(new Reserve("o1", 5))) {
                        throw new IllegalStateException("the bank is closed");
                    }
                    return noting(id, command, context);
                },
                SETTINGS.whenFailing(WhenFailing.PARK_AGGREGATE));
        want("o1", 5);
        want("o2", 5);
        settle(runner);
        assertThat(runner.parked(10)).extracting(OutgoingCommand::process).containsExactly("o1", "o1");
        assertThat(runner.parked(1).getFirst().error()).contains("the bank is closed");
        assertThat(state(runner, "o2").answers()).isEqualTo(2);
        assertThat(state(runner, "o1").answers()).isZero();
        runner.close();
        ProcessRunner<Buying.State, PurseCommand> other =
                start(daybook, this::noting, SETTINGS.whenFailing(WhenFailing.PARK_AGGREGATE));
        settle(other);
        assertThat(other.retryParked(parked -> true)).isEqualTo(2);
        settle(other);
        assertThat(other.parked(10)).isEmpty();
        assertThat(executed).endsWith("prices " + new Reserve("o1", 5), "fees " + new Reserve("o1", Buying.FEE));
        assertThat(state(other, "o1")).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
    }

    @Test
    void a_parked_command_that_is_given_up_is_rejected_unless_it_was_carried_out() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> runner = start(
                daybook,
                (id, command, context) -> {
                    if (command instanceof Reserve reserve && reserve.order().equals("o2")) {
                        var unused = execute(id, command, context);
                    }
                    if (id.equals(Buying.FEES)) {
                        return execute(id, command, context);
                    }
                    throw new IllegalStateException("the bank is closed");
                },
                SETTINGS.whenFailing(WhenFailing.PARK_EVENT));
        want("o1", 5);
        want("o2", 5);
        settle(runner);
        assertThat(runner.parked(10)).hasSize(2);
        assertThat(runner.rejectParked(parked -> true, "closed for good")).isEqualTo(2);
        settle(runner);
        assertThat(runner.parked(10)).isEmpty();
        assertThat(runner.find("o1").map(ProcessState::why)).hasValue("closed for good");
        assertThat(state(runner, "o2")).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
    }

    @Test
    void two_that_fight_for_it_carry_out_nothing_twice() throws InterruptedException {
        ProcessRunner<Buying.State, PurseCommand> one = start();
        ProcessRunner<Buying.State, PurseCommand> other = start(daybook(), this::execute, SETTINGS);
        for (int n = 0; n < 15; n++) {
            want("o" + n, 2);
            steal();
        }
        settle(one);
        settle(other);
        assertThat(of(Reserved.class)).hasSize(30);
        assertThat(of(Released.class)).isEmpty();
        assertThat(rejections()).isEmpty();
        for (int n = 0; n < 15; n++) {
            assertThat(state(one, "o" + n)).isEqualTo(new Buying.State("wanted", 1, 2, 2, 0, 0));
        }
    }

    @Test
    void who_is_held_up_in_the_middle_of_a_command_has_no_effect_after_another_has_answered_it() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ConcurrentLinkedQueue<Object> late = new ConcurrentLinkedQueue<>();
        ProcessRunner<Buying.State, PurseCommand> heldUp = start((id, command, context) -> {
            inside.countDown();
            Waiting.until(goOn);
            late.add(command);
            return execute(id, command, context);
        });
        want("o1", 5);
        Waiting.until(inside);
        ProcessRunner<Buying.State, PurseCommand> other =
                start(daybook(), (id, command, context) -> new Answer.Rejected("not now"), SETTINGS);
        steal();
        settle(other);
        assertThat(other.find("o1").map(ProcessState::why)).hasValue("not now");
        goOn.countDown();
        Waiting.until(
                "it wakes, and learns that it has lost the lease",
                () -> !late.isEmpty() && heldUp.consumer().health().status() == ConsumerHealth.Status.STANDBY);
        assertThat(of(Reserved.class)).isEmpty();
        assertThat(heldUp.find("o1")).isEqualTo(other.find("o1"));
        assertThat(purse(Buying.PRICES)).isEqualTo(new Purse.State(1_000, Map.of()));
    }
}
