package dev.daybook.benchmarks;

import dev.daybook.benchmarks.PeerOptions.Work;
import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.PeerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * Measures Daybook beside other libraries that keep events, and beside raw code, in one run: {@code SideBySide FOLDER [--peers
 * FOLDER] [--results FOLDER] [ENGINE or WORK ...]}. See {@link PeerOptions} for the rest.
 */
public final class SideBySide {

    private final PeerOptions options;
    private final List<PeerProvider> providers;
    private final SideReport report = new SideReport();
    private final Map<String, Plot> plots = new LinkedHashMap<>();
    private final Plot growth = new Plot("One append as the log grows", "events stored", "microseconds per append");

    private final long begin = System.nanoTime();

    private SideBySide(PeerOptions options, List<PeerProvider> providers) {
        this.options = options;
        this.providers = providers;
    }

    /**
     * Runs what is asked for. Exits with 1 if a target is not reached, with 2 if it was called wrongly.
     *
     * @param arguments as the class says
     * @throws Exception if a measurement fails
     */
    public static void main(String[] arguments) throws Exception {
        // Some of the peers say much at every start.
        LogManager.getLogManager().reset();
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws Exception {
        PeerOptions options;
        try {
            options = PeerOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        List<PeerProvider> providers =
                options.peers().isPresent() ? PeerFolder.load(options.peers().get()) : List.of();
        Path folder = Machine.temporary(options.folder());
        SideBySide run = new SideBySide(options, providers);
        try {
            for (EngineKind kind : options.engines()) {
                try (Engine engine = Engine.open(kind, folder)) {
                    run.measure(engine);
                }
            }
        } finally {
            Machine.delete(folder);
        }
        run.write("");
        return run.report.allMet() ? 0 : 1;
    }

    /** A work that fails is named in the report and does not take the others with it. */
    private void measure(Engine engine) throws IOException {
        report.begin(engine.name(), engine.describe());
        for (Work work : options.works()) {
            try {
                measure(engine, work);
            } catch (Exception e) {
                report.failed(work.word(), e);
            }
            write("**The run has come as far as " + work.word() + " on " + engine.name() + ".**\n");
        }
    }

    private void measure(Engine engine, Work work) throws Exception {
        switch (work) {
            case CHECK -> Check.run(engine, providers, report);
            case APPENDS ->
                plots.put(
                        "writers-" + engine.kind().word(), new AppendContest(engine, providers, options, report).run());
            case READS -> new ReadContest(engine, providers, options, report).run();
            case TAGS -> new TagContest(engine, options, report).run();
            case GROWTH -> growth.line(engine.name(), new Growth(engine, options, report).run());
        }
    }

    /** After every work, so that a run that is interrupted leaves what it has measured. */
    private void write(String state) throws IOException {
        if (options.results().isEmpty()) {
            return;
        }
        Path folder = options.results().get();
        Files.createDirectories(folder.resolve("plots"));
        Map<String, Plot> all = new LinkedHashMap<>(plots);
        all.put("growth", growth);
        StringBuilder preface = new StringBuilder(Machine.describePeers(
                providers.stream().map(PeerProvider::describe).toList(),
                options,
                Duration.ofNanos(System.nanoTime() - begin)));
        preface.append(state);
        for (Map.Entry<String, Plot> plot : all.entrySet()) {
            if (!plot.getValue().isEmpty()) {
                Path file = Path.of("plots", plot.getKey() + ".svg");
                Files.writeString(folder.resolve(file), plot.getValue().svg());
                preface.append("\n![%s](%s)\n".formatted(plot.getValue().title(), file));
            }
        }
        report.write(folder.resolve("PEERS.md"), preface.toString());
    }
}
