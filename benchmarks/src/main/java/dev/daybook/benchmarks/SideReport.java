package dev.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** Daybook beside each of the others: tables for each engine, printed line by line and written as a file. */
final class SideReport {

    private record Row(
            String work,
            String ours,
            String beside,
            String theirs,
            double times,
            String ratio,
            OptionalDouble atLeast) {
        boolean met() {
            return atLeast.isEmpty() || times >= atLeast.getAsDouble();
        }

        String line() {
            String reached = atLeast.isEmpty() ? "" : met() ? "yes" : "**no**";
            String bar = atLeast.isEmpty() ? "" : "at least " + Figures.text(atLeast.getAsDouble());
            return "| " + String.join(" | ", work, ours, beside, theirs, ratio, bar, reached) + " |";
        }
    }

    private record Section(String about, List<Row> rows, List<String> latencies, List<String> notes) {}

    private static final String HEAD = """
            | work | Daybook | beside | theirs | ratio | to reach | reached |
            | --- | --- | --- | --- | --- | --- | --- |
            """;
    private static final String LATENCY_HEAD = """
            | writers | who | events/s | p50 | p99 | p99.9 |
            | --- | --- | --- | --- | --- | --- |
            """;

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private Section section = new Section("", new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private boolean failed;

    /** What follows is about another engine. */
    void begin(String engine, String about) {
        System.out.println("\n## " + engine + "\n\n" + about + "\n\n" + HEAD.stripTrailing());
        section = new Section(about, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sections.put(engine, section);
    }

    /** Daybook's rate beside that of everybody else who took part. */
    void besideAll(String work, Contest contest, Function<String, OptionalDouble> atLeast) {
        for (String beside : contest.names()) {
            if (!beside.equals(Contenders.DAYBOOK)) {
                rates(work, contest, Contenders.DAYBOOK, beside, atLeast.apply(beside));
            }
        }
    }

    /** A rate of Daybook's beside another one. */
    void rates(String work, Contest contest, String ours, String beside, OptionalDouble atLeast) {
        Figures ratio = contest.ratio(ours, beside);
        add(new Row(
                work,
                contest.rate(ours) + "/s",
                beside,
                contest.rate(beside) + "/s",
                ratio.median(),
                ratio.toString(),
                atLeast));
    }

    /** How long Daybook takes beside everybody else, in nanoseconds; the ratio is above 1 if Daybook takes less. */
    void times(String work, Map<String, Long> nanos, Function<String, OptionalDouble> atLeast) {
        long ours = nanos.getOrDefault(Contenders.DAYBOOK, 0L);
        nanos.forEach((beside, theirs) -> {
            if (!beside.equals(Contenders.DAYBOOK)) {
                double ratio = (double) theirs / ours;
                add(new Row(
                        work, millis(ours), beside, millis(theirs), ratio, Figures.text(ratio), atLeast.apply(beside)));
            }
        });
    }

    /** What appends took, one line each. */
    void latencies(int writers, String who, Figures rate, Histogram nanos) {
        String line = "| %d | %s | %s | %s | %s | %s |"
                .formatted(
                        writers,
                        who,
                        rate,
                        millis(nanos.getValueAtPercentile(50)),
                        millis(nanos.getValueAtPercentile(99)),
                        millis(nanos.getValueAtPercentile(99.9)));
        section.latencies().add(line);
        System.out.println(line);
    }

    /** Something worth knowing that has no bound. */
    void note(String text) {
        section.notes().add(text);
        System.out.println(text);
    }

    /** That a work came to nothing. */
    void failed(String work, Exception e) {
        failed = true;
        note("**%s could not be measured**: %s".formatted(work, e));
    }

    private void add(Row row) {
        section.rows().add(row);
        System.out.println(row.line());
    }

    boolean allMet() {
        return !failed
                && sections.values().stream()
                        .flatMap(each -> each.rows().stream())
                        .allMatch(Row::met);
    }

    void write(Path file, String preface) throws IOException {
        StringBuilder text = new StringBuilder(preface);
        text.append("\n## Where a peer is better\n\n").append(better());
        sections.forEach((engine, each) -> {
            text.append("\n## ")
                    .append(engine)
                    .append("\n\n")
                    .append(each.about())
                    .append("\n\n")
                    .append(HEAD);
            each.rows().forEach(row -> text.append(row.line()).append('\n'));
            if (!each.latencies().isEmpty()) {
                text.append("\nHow long an append of one event takes:\n\n").append(LATENCY_HEAD);
                each.latencies().forEach(line -> text.append(line).append('\n'));
            }
            each.notes().forEach(note -> text.append("\n- ").append(note).append('\n'));
        });
        Files.writeString(file, text);
    }

    private String better() {
        StringBuilder text = new StringBuilder();
        sections.forEach((engine, each) -> each.rows().stream()
                .filter(row -> row.times() < 1 && isPeer(row.beside()))
                .forEach(row -> text.append("- %s, %s: %s, %s beside Daybook's %s (ratio %s)\n"
                        .formatted(engine, row.work(), row.beside(), row.theirs(), row.ours(), row.ratio()))));
        return text.isEmpty() ? "In nothing that was measured.\n" : text.toString();
    }

    private static boolean isPeer(String beside) {
        return !beside.equals(Targets.RAW) && !beside.startsWith(Contenders.DAYBOOK);
    }

    private static String millis(long nanos) {
        return Figures.text(nanos / 1e6) + " ms";
    }
}
