package dev.daybook.torture.writer;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.testkit.history.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What writers have told, kept outside of them and of the database. Safe for concurrent use. */
public final class Ledger {

    /** An append that was begun. */
    private record Begun(String writer, long start, Append append) {}

    private final Map<String, Begun> open = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Set<UUID> attempted = new HashSet<>();
    private final Map<String, Long> acknowledgements = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Long> refusals = new LinkedHashMap<>();
    private List<StoredEvent> acknowledged = new ArrayList<>();
    private String lastRefusal = "none";
    private long stored;
    private long repeated;
    private long conflicts;
    private long unknown;

    /** Takes down a line of a writer's. */
    synchronized void note(String writer, String line) {
        String[] words = line.split(" ", -1);
        String name = words[1];
        switch (words[0]) {
            case Journal.BEGUN -> {
                Append append = Text.append(words[2]);
                append.events().stream().map(NewEvent::id).forEach(attempted::add);
                open.put(name, new Begun(writer, Long.parseLong(words[3]), append));
            }
            case Journal.STORED -> answered(name, words[2], new AppendResult.Stored(Text.stored(words[3])));
            case Journal.ALREADY -> answered(name, words[2], new AppendResult.AlreadyStored(Text.stored(words[3])));
            case Journal.CONFLICT -> answered(name, words[2], conflict(begun(name), words[3], words[4]));
            case Journal.UNKNOWN -> unknown(name);
            case Journal.REFUSED -> refused(name, words[2]);
            case Journal.HEAD ->
                operations.add(new Operation.Head(
                        name, Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4])));
            case Journal.READ -> operations.add(read(name, words));
            default -> findings.add("the writer " + name + " " + line.replace('\u00a0', ' '));
        }
        notifyAll();
    }

    private Begun begun(String name) {
        Begun begun = open.get(name);
        if (begun == null) {
            throw new IllegalStateException("an answer to " + name + ", which was never begun");
        }
        return begun;
    }

    private static AppendResult conflict(Begun begun, String condition, String found) {
        return new AppendResult.Conflict(
                begun.append().conditions().get(Integer.parseInt(condition)), Long.parseLong(found));
    }

    private void answered(String name, String end, AppendResult result) {
        Begun begun = begun(name);
        open.remove(name);
        operations.add(new Operation.Appended(name, begun.start(), Long.parseLong(end), begun.append(), result));
        acknowledgements.merge(begun.writer(), 1L, Long::sum);
        switch (result) {
            case AppendResult.Stored(List<StoredEvent> events) -> {
                stored++;
                acknowledged.addAll(events);
            }
            case AppendResult.AlreadyStored(List<StoredEvent> events) -> {
                repeated++;
                acknowledged.addAll(events);
            }
            case AppendResult.Conflict conflict -> conflicts++;
        }
    }

    private void unknown(String name) {
        Begun begun = begun(name);
        open.remove(name);
        unknown++;
        operations.add(new Operation.Unanswered(name, begun.start(), begun.append()));
    }

    /** It leaves no operation behind: whoever finds such an event in the log finds one that nobody has appended. */
    private void refused(String name, String message) {
        begun(name);
        open.remove(name);
        lastRefusal = message.replace('\u00a0', ' ');
        refusals.merge(message.substring(0, message.indexOf(':')), 1L, Long::sum);
    }

    private static Operation read(String name, String[] words) {
        Range range = Range.newestFirst().limit(Long.parseLong(words[5]));
        return new Operation.Read(
                name,
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Query.aggregate(words[4]),
                range,
                Text.stored(words[6]));
    }

    /** The events that were acknowledged since it was last asked. */
    public synchronized List<StoredEvent> takeAcknowledged() {
        List<StoredEvent> taken = acknowledged;
        acknowledged = new ArrayList<>();
        return taken;
    }

    /** Whether anybody has tried to append an event. */
    public synchronized boolean isAttempted(UUID id) {
        return attempted.contains(id);
    }

    /** How many appends of a writer's were answered. */
    public synchronized long answers(String writer) {
        return acknowledgements.getOrDefault(writer, 0L);
    }

    /**
     * Waits until so many appends of a writer's were answered.
     *
     * @return false if it takes longer than that, or something happens meanwhile that may never be
     */
    public synchronized boolean awaitAnswers(String writer, long count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (answers(writer) < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || !findings.isEmpty()) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Why the last append that was not stored was not. */
    public synchronized String lastRefusal() {
        return lastRefusal;
    }

    /** What a writer had begun and was not answered. */
    public synchronized List<Append> unresolved(String writer) {
        return open.values().stream()
                .filter(begun -> begun.writer().equals(writer))
                .map(Begun::append)
                .toList();
    }

    /** Everything that was done; what has no answer may have been done. */
    public synchronized List<Operation> operations() {
        List<Operation> all = new ArrayList<>(operations);
        open.forEach((name, begun) -> all.add(new Operation.Unanswered(name, begun.start(), begun.append())));
        return all;
    }

    /** What may never be and was told by writers themselves. */
    public synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    /** How many of each kind. */
    public synchronized Counts counts() {
        return new Counts(stored, repeated, conflicts, unknown, open.size(), Map.copyOf(refusals));
    }

    /**
     * How appends were answered.
     *
     * @param stored stored
     * @param repeated stored before
     * @param conflicts in conflict
     * @param unknown answered by the fault UNKNOWN
     * @param killed not answered, because their writer was killed
     * @param refused answered by other faults, each with its number
     */
    public record Counts(
            long stored, long repeated, long conflicts, long unknown, long killed, Map<String, Long> refused) {}
}
