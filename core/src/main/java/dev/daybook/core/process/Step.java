package dev.daybook.core.process;

import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.view.RowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What one event, answer or deadline makes of processes; thrown away as a whole if that fails. */
final class Step<S, C> {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_NAME = 50;
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    /** What steps are made upon. */
    interface Ground<S, C> {
        /** The process as the steps before have left it. */
        ProcessState<S> process(String key);

        /** A command of a new id, at the end of the outbox. */
        Outgoing<C> outgoing(String process, Effect.Send<C> send, Cause cause);
    }

    private final ProcessRows<S, C> rows;
    private final Ground<S, C> ground;
    private final Map<String, ProcessState<S>> changed = new HashMap<>();
    private final List<RowChange> changes = new ArrayList<>();
    private final List<Outgoing<C>> sent = new ArrayList<>();

    Step(ProcessRows<S, C> rows, Ground<S, C> ground) {
        this.rows = rows;
        this.ground = ground;
    }

    Map<String, ProcessState<S>> changed() {
        return changed;
    }

    /** Of all rows but those of the processes and of what was sent. */
    List<RowChange> changes() {
        return changes;
    }

    List<Outgoing<C>> sent() {
        return sent;
    }

    void add(List<RowChange> more) {
        changes.addAll(more);
    }

    /** A process that has ended is told of nothing. */
    void react(String key, Cause cause, Function<S, Reaction<S, C>> reaction) {
        ProcessState<S> before = process(key);
        if (before.isRunning()) {
            apply(before, reaction.apply(before.state()), cause);
        }
    }

    /** The deadline is there no more, and the process reacts; or it was taken back by a step before, and nothing happens. */
    void fire(OpenDeadline open, Function<S, Reaction<S, C>> reaction) {
        Deadline deadline = open.deadline();
        changes.add(rows.remove(deadline));
        ProcessState<S> before = process(deadline.process());
        if (deadline.due().equals(before.deadlines().get(deadline.name()))) {
            Map<String, Instant> left = new TreeMap<>(before.deadlines());
            left.remove(deadline.name());
            put(new ProcessState<>(before.key(), before.state(), before.status(), before.why(), left));
            react(deadline.process(), open.cause(), reaction);
        }
    }

    private void apply(ProcessState<S> before, Reaction<S, C> reaction, Cause cause) {
        Map<String, Instant> deadlines = new TreeMap<>(before.deadlines());
        for (Effect<C> effect : reaction.effects()) {
            switch (effect) {
                case Effect.Send<C> send -> sent.add(ground.outgoing(before.key(), send, cause));
                case Effect.SetDeadline<C>(String name, Instant due) -> {
                    Deadline deadline = new Deadline(before.key(), checkedName(name), notBefore(due));
                    deadlines.put(name, deadline.due());
                    changes.add(rows.put(new OpenDeadline(deadline, cause)));
                }
                case Effect.CancelDeadline<C>(String name) -> cancel(before.key(), name, deadlines);
            }
        }
        if (reaction.status() != ProcessStatus.RUNNING) {
            List.copyOf(deadlines.keySet()).forEach(name -> cancel(before.key(), name, deadlines));
        }
        ProcessState<S> after =
                new ProcessState<>(before.key(), reaction.state(), reaction.status(), reaction.why(), deadlines);
        if (!after.equals(before)) {
            put(after);
        }
    }

    private void cancel(String process, String name, Map<String, Instant> deadlines) {
        Instant due = deadlines.remove(name);
        if (due != null) {
            changes.add(rows.remove(new Deadline(process, name, due)));
        }
    }

    private ProcessState<S> process(String key) {
        ProcessState<S> own = changed.get(key);
        return own == null ? ground.process(checkedKey(key)) : own;
    }

    private void put(ProcessState<S> process) {
        changed.put(process.key(), process);
    }

    private static String checkedKey(String key) {
        return checked("the key of a process", key, LONGEST_KEY);
    }

    private static String checkedName(String name) {
        if (name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("the name of a deadline, " + name + ", has a slash; give it none");
        }
        return checked("the name of a deadline", name, LONGEST_NAME);
    }

    private static String checked(String what, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > longest) {
            throw new IllegalArgumentException(
                    what + " has " + length + " characters; give it 1 to " + longest + ": " + text);
        }
        return text;
    }

    /** To the microsecond, and never too early. */
    private static Instant notBefore(Instant due) {
        Instant cut = Timestamps.normal(due);
        return cut.equals(due) ? cut : cut.plus(MICROSECOND);
    }
}
