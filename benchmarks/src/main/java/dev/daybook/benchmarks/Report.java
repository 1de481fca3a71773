package dev.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of what was measured, printed line by line and written as a file at the end. */
final class Report {

    private record Row(String work, String ours, String raw, String measured, String bar, boolean met) {
        String line() {
            return "| " + String.join(" | ", work, ours, raw, measured, bar, met ? "yes" : "**no**") + " |";
        }
    }

    private static final String HEAD =
            "| work | Daybook | raw | ratio | to reach | reached |\n| --- | --- | --- | --- | --- | --- |";

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String engine = "";

    Report() {
        System.out.println(HEAD);
    }

    /** A race in which Daybook shall reach a share of the raw rate. */
    void race(String work, String unit, Race.Result result, double atLeast) {
        add(new Row(
                engine + work,
                result.ours() + " " + unit,
                result.raw() + " " + unit,
                result.ratio().toString(),
                "at least " + atLeast,
                result.ratio().median() >= atLeast));
    }

    /** A race in which Daybook's work may take so many times what the raw work does. */
    void cost(String work, Race.Result result, double atMost) {
        Figures times = new Figures(
                1 / result.ratio().median(),
                1 / result.ratio().high(),
                1 / result.ratio().low());
        add(new Row(
                engine + work,
                result.ours() + " /s",
                result.raw() + " /s",
                times + " times the time",
                "under " + atMost,
                times.median() < atMost));
    }

    /** Something worth knowing that has no bound. */
    void note(String text) {
        notes.add(text);
        System.out.println(text);
    }

    /** A figure that shall stay within a bound. */
    void bound(String work, String measured, double figure, String unit, double atMost) {
        add(new Row(engine + work, measured, "", "", "at most " + atMost + " " + unit, figure <= atMost));
    }

    /** What follows is about another engine. */
    void begin(String name) {
        engine = name + ": ";
    }

    private void add(Row row) {
        rows.add(row);
        System.out.println(row.line());
    }

    boolean allMet() {
        return rows.stream().allMatch(Row::met);
    }

    void write(Path file, String preface) throws IOException {
        StringBuilder text =
                new StringBuilder(preface).append('\n').append(HEAD).append('\n');
        rows.forEach(row -> text.append(row.line()).append('\n'));
        notes.forEach(note -> text.append("\n- ").append(note));
        Files.writeString(file, text.append('\n'));
    }
}
