package dev.daybook.core.process;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.SortKey;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How the processes of one manager, their commands and their deadlines are kept as rows of views. What is the user's has rows of its own. */
final class ProcessRows<S, C> {

    private static final int PAGE = 500;

    /** As long for every time, so that the order of the texts is that of the times. */
    private static final DateTimeFormatter SORTED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Views views;
    private final StateCodec codec;
    private final Class<S> stateClass;
    private final Class<C> commandClass;
    private final String processes;
    private final String standings;
    private final String outbox;
    private final String parked;
    private final String commands;
    private final String deadlines;

    ProcessRows(ProcessManager<S, ?, C> manager, Views views, StateCodec codec) {
        this.views = views;
        this.codec = codec;
        this.stateClass = manager.stateClass();
        this.commandClass = manager.commandClass();
        this.processes = "process:" + manager.name();
        this.standings = "standing:" + manager.name();
        this.outbox = "outbox:" + manager.name();
        this.parked = "parked-commands:" + manager.name();
        this.commands = "commands:" + manager.name();
        this.deadlines = "deadlines:" + manager.name();
    }

    Optional<ProcessState<S>> find(String key) {
        return views.find(processes, key).map(this::process);
    }

    /** The processes that are at a status, by their keys. */
    List<ProcessState<S>> at(ProcessStatus status, String afterKey, int limit) {
        return views.sorted(processes, new SortKey(status.name(), afterKey), status.name(), limit).stream()
                .map(this::process)
                .toList();
    }

    private ProcessState<S> process(ViewRow row) {
        Standing standing = views.find(standings, row.key())
                .map(kept -> codec.decodeState(kept.state(), Standing.class))
                .orElse(Standing.PLAIN);
        return new ProcessState<>(
                row.key(),
                codec.decodeState(row.state(), stateClass),
                standing.status(),
                standing.why(),
                standing.deadlines());
    }

    List<RowChange> put(ProcessState<S> process) {
        Standing standing = new Standing(process.status(), process.why(), process.deadlines());
        String sort = process.status().name();
        return List.of(
                new RowChange.Put(processes, new ViewRow(process.key(), sort, codec.encodeState(process.state()))),
                standing.equals(Standing.PLAIN)
                        ? new RowChange.Remove(standings, process.key())
                        : new RowChange.Put(standings, ViewRow.of(process.key(), codec.encodeState(standing))));
    }

    List<Outgoing<C>> outbox(int limit) {
        return commands(views.page(outbox, "", limit));
    }

    List<Outgoing<C>> parked(int limit) {
        return commands(views.page(parked, "", limit));
    }

    List<Outgoing<C>> outboxOf(String process) {
        return all(outbox).stream()
                .filter(one -> one.sending().process().equals(process))
                .toList();
    }

    List<Outgoing<C>> allParked() {
        return all(parked);
    }

    /** The last row of a command, sent or parked; empty if there is none. */
    String lastRow() {
        List<String> last = new ArrayList<>(List.of(""));
        eachPage(commands, page -> last.set(0, page.getLast().key()));
        return last.getFirst();
    }

    private List<Outgoing<C>> all(String view) {
        List<Outgoing<C>> all = new ArrayList<>();
        eachPage(view, page -> all.addAll(commands(page)));
        return all;
    }

    private void eachPage(String view, Consumer<List<ViewRow>> consumer) {
        List<ViewRow> page = views.page(view, "", PAGE);
        while (!page.isEmpty()) {
            consumer.accept(page);
            page = views.page(view, page.getLast().key(), PAGE);
        }
    }

    /** Those whose content has gone meanwhile, because they were answered elsewhere, are left out. */
    private List<Outgoing<C>> commands(List<ViewRow> page) {
        Set<String> keys = Set.copyOf(page.stream().map(ViewRow::key).toList());
        Map<String, ViewRow> contents = keys.isEmpty() ? Map.of() : views.find(commands, keys);
        List<Outgoing<C>> read = new ArrayList<>();
        for (ViewRow row : page) {
            ViewRow content = contents.get(row.key());
            if (content != null) {
                read.add(new Outgoing<>(
                        row.key(),
                        codec.decodeState(row.state(), Sending.class),
                        codec.decodeState(content.state(), commandClass)));
            }
        }
        return read;
    }

    List<RowChange> send(Outgoing<C> sent) {
        return List.of(keep(outbox, sent), content(sent));
    }

    List<RowChange> sendParked(Outgoing<C> sent, String why) {
        return List.of(keep(parked, parked(sent, why)), content(sent));
    }

    List<RowChange> park(Outgoing<C> sent, String why) {
        return List.of(new RowChange.Remove(outbox, sent.row()), keep(parked, parked(sent, why)));
    }

    List<RowChange> unpark(Outgoing<C> sent) {
        return List.of(new RowChange.Remove(parked, sent.row()), keep(outbox, parked(sent, "")));
    }

    List<RowChange> answered(Outgoing<C> sent) {
        return List.of(
                new RowChange.Remove(outbox, sent.row()),
                new RowChange.Remove(parked, sent.row()),
                new RowChange.Remove(commands, sent.row()));
    }

    private Outgoing<C> parked(Outgoing<C> sent, String why) {
        return new Outgoing<>(sent.row(), sent.sending().parked(why), sent.command());
    }

    private RowChange content(Outgoing<C> sent) {
        return new RowChange.Put(commands, ViewRow.of(sent.row(), codec.encodeState(sent.command())));
    }

    private RowChange keep(String view, Outgoing<C> sent) {
        return new RowChange.Put(view, ViewRow.of(sent.row(), codec.encodeState(sent.sending())));
    }

    /** Those that are due at a time at the latest, the earliest first. */
    List<OpenDeadline> deadlines(Instant upTo, int limit) {
        return views.sorted(deadlines, SortKey.from(""), SORTED.format(upTo), limit).stream()
                .map(row -> codec.decodeState(row.state(), OpenDeadline.class))
                .toList();
    }

    RowChange put(OpenDeadline open) {
        return new RowChange.Put(
                deadlines,
                new ViewRow(row(open.deadline()), SORTED.format(open.deadline().due()), codec.encodeState(open)));
    }

    RowChange remove(Deadline deadline) {
        return new RowChange.Remove(deadlines, row(deadline));
    }

    private static String row(Deadline deadline) {
        return deadline.name() + "/" + deadline.process();
    }
}
