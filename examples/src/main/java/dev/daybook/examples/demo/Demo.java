package dev.daybook.examples.demo;

import dev.daybook.cli.terminal.EndSignal;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Progress;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.Daybook;
import dev.daybook.core.audit.AuditSettings;
import dev.daybook.core.audit.Descriptions;
import dev.daybook.examples.demo.live.Serving;
import dev.daybook.examples.demo.plan.DeskPlan;
import dev.daybook.examples.demo.story.Story;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.catalog.DeskEvents;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A week at the trading desk, in one file: everybody does what is planned, and then the log tells of it. */
public final class Demo {

    private final Terminal terminal;
    private final Path file;
    private final DeskPlan plan;
    private @Nullable ExchangeDay exchange;
    private @Nullable Integer port;

    /** Into a file, which is made if it does not exist. */
    public Demo(Terminal terminal, Path file, DeskPlan plan) {
        this.terminal = terminal;
        this.file = file;
        this.plan = plan;
    }

    /**
     * Records a day at an exchange, too.
     *
     * @throws Problem if the file cannot be read, or cannot be true
     */
    public void recording(Path messages) {
        exchange = ExchangeDay.of(messages);
    }

    /**
     * Ends by serving the console.
     *
     * @param where the port, 0 for any that is free
     * @throws Problem if it cannot be listened on
     */
    public void serving(int where) {
        Serving.requireFree(where);
        port = where;
    }

    /** Stores what is not stored yet, tells the story, and serves the console, if it is asked for, until the process is told to end. */
    public void run() {
        JacksonCodec codec = codec();
        try (EndSignal end = new EndSignal();
                Storage storage = Storage.open("sqlite:" + file);
                Daybook daybook = Daybook.builder(storage, codec)
                        .audit(AuditSettings.standard().descriptions(descriptions()))
                        .build()) {
            store(storage, daybook);
            new Story(terminal, file, plan, storage, daybook).tell();
            if (exchange != null) {
                exchange.record(terminal, storage, codec, daybook);
            }
            terminal.heading("Look at it yourself");
            if (port != null) {
                serve(daybook, port, end);
            } else {
                terminal.line("  with --serve it goes on here, and you see it live in your browser");
            }
        }
    }

    private void serve(Daybook daybook, int where, EndSignal end) {
        try (Serving serving = new Serving(daybook, where)) {
            terminal.line("  the desk trades on; its console is at "
                    + terminal.styled(Style.BOLD, serving.address().toString()));
            terminal.line("  only this machine reaches it, and whoever does may do everything; Ctrl-C ends it");
            serving.tradeUntil(end);
        }
        terminal.line("  ended; %s holds %s events, and goes on from there when the demo is run again"
                .formatted(file, Figures.count(daybook.storage().log().head())));
    }

    /** It knows the commands of orders, too, for their journal. */
    private static JacksonCodec codec() {
        List<Class<?>> classes = new ArrayList<>(DeskEvents.classes());
        classes.addAll(ExchangeDay.EVENTS);
        classes.add(OrderCommand.class);
        return JacksonCodec.of(classes.toArray(Class<?>[]::new));
    }

    private void store(Storage storage, Daybook daybook) {
        DeskFile before = DeskFile.of(storage);
        long missing = plan.events() - before.events();
        if (missing < 0) {
            throw new Problem("%s holds a week of more events already, %s instead of %s; name another file"
                    .formatted(
                            storage.description().location(),
                            Figures.count(before.events()),
                            Figures.count(plan.events())));
        }
        terminal.line(terminal.styled(Style.BOLD, "Daybook demo: a week at a trading desk"));
        terminal.line("  %s, %s"
                .formatted(storage.description().engine(), storage.description().location()));
        terminal.line("  " + intention(before.events(), missing));
        if (missing == 0) {
            return;
        }
        long started = System.nanoTime();
        try (Progress progress = terminal.progress("  storing", missing)) {
            play(storage, new DeskRun(daybook, progress::add), before);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        terminal.line("  %s %s events stored in %s, %s events/s, each commit safe on disk before its actor goes on"
                .formatted(
                        terminal.good(),
                        Figures.count(missing),
                        Figures.time(took),
                        terminal.styled(Style.BOLD, Figures.rate(missing, took.toNanos()))));
    }

    /** Whatever somebody who plays the same week at the same time does to this run, it shall be called by its name. */
    private void play(Storage storage, DeskRun run, DeskFile before) {
        try {
            run.run(plan, before.done());
        } catch (Problem | EventIdReusedException failure) {
            if (DeskFile.of(storage).events() > before.events() + run.stored()) {
                throw new Problem(
                        "another demo is writing to %s; let it end and run this one again, or name another file"
                                .formatted(storage.description().location()),
                        failure);
            }
            throw failure;
        }
    }

    private String intention(long found, long missing) {
        if (found == 0) {
            return "a new log; %d actors store %s events"
                    .formatted(plan.scripts().size(), Figures.count(missing));
        }
        return missing == 0
                ? "holds the whole week already, %s events; nothing is added".formatted(Figures.count(found))
                : "holds %s events of the week already; the missing %s are added"
                        .formatted(Figures.count(found), Figures.count(missing));
    }

    private static Descriptions descriptions() {
        Descriptions descriptions = Descriptions.generic();
        for (Class<? extends DeskEvent> type : DeskEvents.records()) {
            descriptions = descriptions.with(type, DeskEvent::describe);
        }
        for (Class<? extends DeskEvent> type : ExchangeDay.EVENTS) {
            for (Class<?> record : type.getPermittedSubclasses()) {
                descriptions = descriptions.with(record.asSubclass(DeskEvent.class), DeskEvent::describe);
            }
        }
        return descriptions;
    }
}
