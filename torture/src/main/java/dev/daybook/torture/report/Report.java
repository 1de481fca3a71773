package dev.daybook.torture.report;

import dev.daybook.ports.storage.Storage;
import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Site;
import dev.daybook.torture.fault.Verdict;
import dev.daybook.torture.kill.KillResult;
import dev.daybook.torture.writer.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was done and found, for people. */
public final class Report {

    private final Engine engine;
    private final long seed;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable KillResult kills;
    private String version = "not opened";
    private String durability = "not known";

    /** Of a run. */
    public Report(Engine engine, long seed) {
        this.engine = engine;
        this.seed = seed;
    }

    /** Asks what exactly is tortured. */
    public void describe(Site site) {
        try (Storage storage = site.open()) {
            version = storage.description().engine();
            durability = storage.description().durability();
        }
    }

    /** Takes in what came of the kills. */
    public void add(KillResult result) {
        kills = result;
    }

    /** Takes in what came of a fault. */
    public void add(Verdict verdict) {
        verdicts.add(verdict);
    }

    /** Everything that is wrong. */
    public List<String> findings() {
        List<String> all = new ArrayList<>();
        if (kills != null) {
            all.addAll(kills.findings());
        }
        for (Verdict verdict : verdicts) {
            verdict.findings().forEach(finding -> all.add(verdict.scenario() + ": " + finding));
        }
        return all;
    }

    /** Whether nothing is. */
    public boolean isGood() {
        return findings().isEmpty();
    }

    /** In one line. */
    public String verdict() {
        return isGood()
                ? "Good: " + engine + ", seed " + seed
                : "WRONG in " + findings().size() + " ways: " + engine + "; to do the same again: ./daybook torture"
                        + " --engine " + engine + " --seed " + seed
                        + (kills == null
                                ? " --kills 0"
                                : " --kills " + kills.kills().size());
    }

    /** Writes it as Markdown. */
    public void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        StringBuilder text = new StringBuilder("## " + version + "\n\n");
        row(text, "date", LocalDate.now(ZoneOffset.UTC).toString());
        row(text, "machine", Machine.describe());
        row(text, "durable", durability);
        row(text, "seed", String.valueOf(seed));
        if (kills != null) {
            rows(text, kills);
        }
        row(text, "verdict", isGood() ? "good" : "WRONG, see below");
        text.insert(text.indexOf("\n\n") + 2, "| | |\n| --- | --- |\n");
        if (!verdicts.isEmpty()) {
            text.append("\n| fault | what was found | verdict |\n| --- | --- | --- |\n");
            verdicts.forEach(verdict -> text.append("| %s | %s | %s |%n"
                    .formatted(
                            verdict.scenario(),
                            verdict.told(),
                            verdict.findings().isEmpty() ? "good" : "WRONG")));
        }
        findings().forEach(finding -> text.append("\n- ").append(finding));
        return text.append(findings().isEmpty() ? "" : "\n").toString();
    }

    private static void rows(StringBuilder text, KillResult result) {
        Ledger.Counts counts = result.counts();
        row(text, "kills by SIGKILL", result.kills().size() + ": " + result.describeKills());
        row(text, "appends acknowledged", "%,d".formatted(counts.stored()));
        row(text, "repeated, answered with the first result", "%,d".formatted(counts.repeated()));
        row(text, "conflicts", "%,d".formatted(counts.conflicts()));
        row(text, "outcome unknown, then found out by the ids", "%,d".formatted(counts.unknown()));
        row(text, "cut off by the death of their writer", "%,d".formatted(counts.killed()));
        row(text, "refused for a time, with nothing written", refused(counts.refused()));
        row(text, "events in the log", "%,d".formatted(result.events()));
        row(
                text,
                "lost, phantom, double, gaps, broken conditions",
                String.valueOf(result.findings().size()));
    }

    private static String refused(Map<String, Long> refused) {
        return refused.isEmpty() ? "0" : new TreeMap<>(refused).toString().replaceAll("[{}]", "");
    }

    private static void row(StringBuilder text, String what, String value) {
        text.append("| ").append(what).append(" | ").append(value).append(" |\n");
    }
}
