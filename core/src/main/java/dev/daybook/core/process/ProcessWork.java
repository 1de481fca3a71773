package dev.daybook.core.process;

import dev.daybook.core.consumer.ConsumerSettings.WhenFailing;
import dev.daybook.core.consumer.Work;
import dev.daybook.core.projection.Recorded;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.ports.view.RowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a process manager: what it makes of an event is kept with the checkpoint, then its commands are carried out from the outbox, each of
 * which leaves it in the same step with what the answer has made of its process. Nobody else writes the rows while the lease is held.
 */
final class ProcessWork<S, E, C> implements Work, Step.Ground<S, C> {

    private static final int AT_ONCE = 100;
    private static final int KEPT = 20_000;
    private static final String WAITS = "waits behind an earlier command of its process";

    private final ProcessManager<S, E, C> manager;
    private final Inbox<E> inbox;
    private final ProcessRows<S, C> rows;
    private final Outcomes<C> outcomes;
    private final Timer<S, C> timer;
    private final Supplier<UUID> ids;
    private final WhenFailing whenFailing;

    private final Map<String, ProcessState<S>> changed = new LinkedHashMap<>();
    private final Map<String, ProcessState<S>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProcessState<S>> eldest) {
            return size() > KEPT;
        }
    };
    private final List<RowChange> changes = new ArrayList<>();
    private final Set<String> held = new HashSet<>();
    private long position;
    private long lastRow = -1;
    private boolean isOutboxEmpty;
    private @Nullable Outgoing<C> failing;
    private @Nullable Exception failure;

    ProcessWork(
            ProcessManager<S, E, C> manager,
            Inbox<E> inbox,
            ProcessRows<S, C> rows,
            Outcomes<C> outcomes,
            Timer<S, C> timer,
            Supplier<UUID> ids,
            WhenFailing whenFailing) {
        this.manager = manager;
        this.inbox = inbox;
        this.rows = rows;
        this.outcomes = outcomes;
        this.timer = timer;
        this.ids = ids;
        this.whenFailing = whenFailing;
    }

    @Override
    public void handle(StoredEvent stored) {
        position = stored.position();
        Step<S, C> step = step();
        for (Recorded<E> event : inbox.read(stored)) {
            manager.key(event).ifPresent(key -> step.react(key, Cause.of(stored), state -> manager.on(state, event)));
        }
        take(step);
    }

    @Override
    public boolean act(long handled) throws Exception {
        position = handled;
        Exception before = failure;
        if (before != null) {
            failure = null;
            throw before;
        }
        failing = null;
        List<Outgoing<C>> next = isOutboxEmpty ? List.of() : rows.outbox(AT_ONCE);
        isOutboxEmpty = next.isEmpty();
        if (!next.isEmpty()) {
            inTurn(next, this::send);
            return true;
        }
        List<OpenDeadline> due = timer.due(handled);
        inTurn(due, this::fire);
        return !due.isEmpty();
    }

    private interface Action<T> {
        void run(T subject) throws Exception;
    }

    /** What was done before one fails is kept, and the failure told next time. */
    private <T> void inTurn(List<T> subjects, Action<T> action) throws Exception {
        for (int i = 0; i < subjects.size(); i++) {
            try {
                action.run(subjects.get(i));
            } catch (StorageException e) {
                throw e;
            } catch (Exception e) {
                if (i == 0) {
                    throw e;
                }
                failure = e;
                return;
            }
        }
    }

    private void send(Outgoing<C> sent) throws Exception {
        try {
            answer(sent, outcomes.settle(sent));
        } catch (StorageException e) {
            throw e;
        } catch (Exception e) {
            failing = sent;
            throw new ProcessException(manager.name(), "cannot carry out " + describe(sent), e);
        }
    }

    private void answer(Outgoing<C> sent, Answer answer) {
        Sending sending = sent.sending();
        Step<S, C> step = step();
        step.add(rows.answered(sent));
        Answered<C> answered = new Answered<>(sending.aggregateId(), sent.command(), answer);
        Instant now = timer.now();
        step.react(sending.process(), sending.cause(), state -> manager.onAnswer(state, answered, now));
        take(step);
    }

    private void fire(OpenDeadline open) {
        Deadline deadline = open.deadline();
        try {
            Step<S, C> step = step();
            // The clock may have gone back since the deadline was found due.
            Instant now = timer.now().isBefore(deadline.due()) ? deadline.due() : timer.now();
            step.fire(open, state -> manager.onDeadline(state, deadline, now));
            take(step);
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProcessException(
                    manager.name(), "fails at the deadline " + deadline.name() + " of " + deadline.process(), e);
        }
    }

    private static String describe(Outgoing<?> sent) {
        Sending sending = sent.sending();
        return sent.command().getClass().getSimpleName() + " to " + sending.aggregateId() + " of process "
                + sending.process() + " (command " + sending.id() + ")";
    }

    /** Puts the command aside, and where the order is to be kept every later one of its process. */
    @Override
    public boolean putAside(String error) {
        Outgoing<C> failed = failing;
        if (failed == null) {
            return false;
        }
        changes.addAll(rows.park(failed, error));
        if (whenFailing == WhenFailing.PARK_AGGREGATE) {
            String process = failed.sending().process();
            held.add(process);
            for (Outgoing<C> later : rows.outboxOf(process)) {
                if (!later.row().equals(failed.row())) {
                    changes.addAll(rows.park(later, WAITS));
                }
            }
        }
        failing = null;
        return true;
    }

    int retry(Predicate<OutgoingCommand<C>> which) {
        load();
        List<Outgoing<C>> chosen = parked(which);
        chosen.forEach(sent -> changes.addAll(rows.unpark(sent)));
        isOutboxEmpty = false;
        release(chosen);
        return chosen.size();
    }

    int reject(Predicate<OutgoingCommand<C>> which, String reason) {
        load();
        List<Outgoing<C>> chosen = parked(which);
        chosen.forEach(sent -> answer(sent, outcomes.settle(sent, new Answer.Rejected(reason))));
        release(chosen);
        return chosen.size();
    }

    private List<Outgoing<C>> parked(Predicate<OutgoingCommand<C>> which) {
        return rows.allParked().stream().filter(sent -> which.test(sent.told())).toList();
    }

    /** Processes of which no command is parked any more go on. */
    private void release(List<Outgoing<C>> chosen) {
        Set<String> out = new HashSet<>(chosen.stream().map(Outgoing::row).toList());
        held.clear();
        rows.allParked().stream()
                .filter(sent -> !out.contains(sent.row()))
                .forEach(sent -> held.add(sent.sending().process()));
    }

    @Override
    public Duration rest() {
        return timer.rest();
    }

    @Override
    public List<RowChange> takeChanges() {
        List<RowChange> all = new ArrayList<>(changes);
        changed.values().forEach(process -> all.addAll(rows.put(process)));
        kept.putAll(changed);
        changes.clear();
        changed.clear();
        return all;
    }

    @Override
    public void forget() {
        changes.clear();
        changed.clear();
        kept.clear();
        held.clear();
        lastRow = -1;
        isOutboxEmpty = false;
        failing = null;
        failure = null;
        timer.forget();
    }

    private void load() {
        if (lastRow < 0) {
            String last = rows.lastRow();
            lastRow = last.isEmpty() ? 0 : Long.parseLong(last);
            rows.allParked().forEach(sent -> held.add(sent.sending().process()));
        }
    }

    private Step<S, C> step() {
        load();
        return new Step<>(rows, this);
    }

    private void take(Step<S, C> step) {
        changed.putAll(step.changed());
        changes.addAll(step.changes());
        for (Outgoing<C> sent : step.sent()) {
            if (whenFailing == WhenFailing.PARK_AGGREGATE
                    && held.contains(sent.sending().process())) {
                changes.addAll(rows.sendParked(sent, WAITS));
            } else {
                changes.addAll(rows.send(sent));
                isOutboxEmpty = false;
            }
        }
        step.changed().values().forEach(process -> process.deadlines().values().forEach(timer::mayBeDue));
    }

    @Override
    public ProcessState<S> process(String key) {
        ProcessState<S> process = changed.get(key);
        return process == null
                ? kept.computeIfAbsent(key, absent -> rows.find(absent).orElseGet(() -> beginning(absent)))
                : process;
    }

    private ProcessState<S> beginning(String key) {
        return new ProcessState<>(key, manager.initial(), ProcessStatus.RUNNING, "", Map.of());
    }

    @Override
    public Outgoing<C> outgoing(String process, Effect.Send<C> send, Cause cause) {
        lastRow++;
        Sending sending = new Sending(ids.get(), process, send.aggregateId(), cause, position, "");
        return new Outgoing<>(String.format(Locale.ROOT, "%019d", lastRow), sending, send.command());
    }
}
