package dev.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, chapter by chapter, printed line by line; a file of such chapters takes those that were measured anew. */
final class Report {

    private record Row(String work, String ours, String raw, String measured, String bar, boolean met) {
        String line() {
            return "| " + String.join(" | ", work, ours, raw, measured, bar, met ? "yes" : "**no**") + " |";
        }
    }

    private record Chapter(String about, List<String> lines, List<String> notes) {

        static Chapter of(String about) {
            return new Chapter(about, new ArrayList<>(), new ArrayList<>());
        }

        String text() {
            StringBuilder text = new StringBuilder(about).append("\n\n").append(HEAD);
            lines.forEach(line -> text.append(line).append('\n'));
            if (!notes.isEmpty()) {
                text.append('\n');
                notes.forEach(note -> text.append(note).append('\n'));
            }
            return text.toString();
        }
    }

    private static final String HEAD =
            "| work | Daybook | raw | ratio | to reach | reached |\n| --- | --- | --- | --- | --- | --- |\n";
    private static final String CHAPTER = "\n## ";

    private final Map<String, Chapter> measured = new LinkedHashMap<>();
    private Chapter chapter = Chapter.of("");
    private boolean allMet = true;

    /**
     * Begins a chapter.
     *
     * @param title names it in the file
     * @param about when, where and how it is measured
     */
    void begin(String title, String about) {
        chapter = Chapter.of(about);
        measured.put(title, chapter);
        System.out.print(CHAPTER + title + "\n\n" + about + "\n\n" + HEAD);
    }

    /** A race in which Daybook shall reach a share of the raw rate. */
    void race(String work, String unit, Race.Result result, double atLeast) {
        add(new Row(
                work,
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
                work,
                result.ours() + " /s",
                result.raw() + " /s",
                times + " times the time",
                "under " + atMost,
                times.median() < atMost));
    }

    /** A figure that shall stay within a bound. */
    void bound(String work, String measured, double figure, String unit, double atMost) {
        add(new Row(work, measured, "", "", "at most " + atMost + " " + unit, figure <= atMost));
    }

    /** Something worth knowing that has no bound. */
    void note(String text) {
        chapter.notes().add("- " + text);
        System.out.println("- " + text);
    }

    private void add(Row row) {
        chapter.lines().add(row.line());
        allMet &= row.met();
        System.out.println(row.line());
    }

    boolean allMet() {
        return allMet;
    }

    /**
     * Writes a file, or the chapters of it that were measured.
     *
     * @param file the file; other chapters of it stay
     * @param preface what stands before the chapters
     * @param order the titles of all chapters there may be
     */
    void write(Path file, String preface, List<String> order) throws IOException {
        Map<String, String> chapters = Files.exists(file) ? read(Files.readString(file)) : new HashMap<>();
        measured.forEach((title, each) -> chapters.put(title, each.text()));
        StringBuilder text = new StringBuilder(preface);
        for (String title : order) {
            if (chapters.containsKey(title)) {
                text.append(CHAPTER).append(title).append("\n\n").append(chapters.get(title));
            }
        }
        Files.writeString(file, text);
    }

    private static Map<String, String> read(String file) {
        Map<String, String> chapters = new HashMap<>();
        String[] parts = file.split(CHAPTER, -1);
        for (int i = 1; i < parts.length; i++) {
            String[] titleAndText = parts[i].split("\n\n", 2);
            chapters.put(titleAndText[0], titleAndText[1]);
        }
        return chapters;
    }
}
