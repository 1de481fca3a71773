package dev.daybook.torture;

import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Site;
import dev.daybook.torture.fault.FaultRun;
import dev.daybook.torture.kill.KillResult;
import dev.daybook.torture.kill.KillRun;
import dev.daybook.torture.report.Progress;
import dev.daybook.torture.report.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = {
            "Kills writers and servers at random moments, and checks what was promised.",
            "The exit code is 1 if anything is wrong."
        })
final class TortureCommand implements Callable<Integer> {

    private final PrintWriter out;

    @Option(
            names = "--engine",
            required = true,
            paramLabel = "ENGINE",
            description = "What to torture: ${COMPLETION-CANDIDATES}.")
    private Engine engine = Engine.SQLITE;

    @Option(names = "--kills", paramLabel = "N", description = "How many kills (default: ${DEFAULT-VALUE}).")
    private int kills = 100;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "When to end with kills, even if there were fewer (default: never).")
    private int minutes = 60 * 24 * 365;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Makes the plan: whom to kill when, and what writers choose (default: a random one).")
    private long seed = System.nanoTime();

    @Option(
            names = "--faults",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Inflict the other faults after the kills (default), or leave them.")
    private boolean faults;

    @Option(names = "--live", description = "Write over one line of progress; ./daybook says so in a terminal.")
    private boolean live;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the report, in Markdown.")
    private @Nullable Path file;

    TortureCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Progress progress = new Progress(out, live);
        progress.line("%s, %d kills, seed %d".formatted(engine, kills, seed));
        Report report = new Report(engine, seed);
        if (kills > 0) {
            report.add(kill(progress, report));
        }
        if (faults) {
            new FaultRun(engine, seed).run(verdict -> {
                report.add(verdict);
                progress.line("%s: %s".formatted(verdict.scenario(), verdict.told()));
            });
        }
        if (file != null) {
            report.write(file);
        }
        report.findings().forEach(finding -> progress.line("WRONG: " + finding));
        progress.line(report.verdict());
        return report.isGood() ? 0 : 1;
    }

    private KillResult kill(Progress progress, Report report) throws InterruptedException {
        try (Site site = Site.of(engine)) {
            report.describe(site);
            return new KillRun(
                            site,
                            seed,
                            kills,
                            Duration.ofMinutes(minutes),
                            (done, events, counts) -> progress.show(
                                    done,
                                    kills,
                                    "%d of %d kills, %,d events, %,d appends acknowledged"
                                            .formatted(done, kills, events, counts.stored())))
                    .run();
        }
    }
}
