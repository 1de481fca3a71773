package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the benchmarks: {@code Main FOLDER [--results FILE] [--console-events N] [NAME...]}. The folder's file system is what is
 * measured; the names are {@code overhead}, {@code appends}, {@code reads}, {@code consumers}, {@code scale}, {@code details} and
 * {@code console} for SQLite, and {@code h2}, {@code postgresql} and {@code mariadb} for the other engines; all of them if none is given.
 * In a file of results the chapters that are measured take the place of their former ones. The log of the console stays in the folder, for
 * the next time.
 */
public final class Main {

    private static final long LARGE = 5_000_000;
    private static final long CONSOLE_EVENTS = 10_000_000;

    private Main() {}

    /**
     * Runs what is asked for. Exits with 1 if a bound is not reached, with 2 if it was called wrongly.
     *
     * @param arguments as the class says
     * @throws Exception if a measurement fails
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            System.err.println(
                    "expected the folder to measure in: Main FOLDER [--results FILE] [--console-events N] [NAME...]");
            System.exit(2);
        }
        Path kept = Path.of(words.getFirst());
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        Optional<String> results = option(rest, "--results");
        long consoleEvents =
                option(rest, "--console-events").map(Long::parseLong).orElse(CONSOLE_EVENTS);
        Set<String> names = new TreeSet<>(rest);
        Path folder = Machine.temporary(kept);
        Report report = new Report();
        List<Chapter> chapters = chapters(folder, report);
        chapters.add(6, sqlite(kept, "console", "the console", engine -> {
            String log = "console-" + consoleEvents;
            new ConsoleChapter(new DeskLog(engine, log, consoleEvents), report).run();
        }));
        List<String> known = chapters.stream().map(Chapter::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("expected names out of " + known + ", not all of " + names);
            System.exit(2);
        }
        try {
            for (Chapter chapter : chapters) {
                if (names.isEmpty() || names.contains(chapter.name())) {
                    report.begin(chapter.title(), Machine.today());
                    chapter.measuring().run();
                }
            }
        } finally {
            Machine.delete(folder);
        }
        if (results.isPresent()) {
            report.write(
                    Path.of(results.get()),
                    Machine.describe(),
                    chapters.stream().map(Chapter::title).toList());
        }
        System.exit(report.allMet() ? 0 : 1);
    }

    /** Takes an option and its value out of the words. */
    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            System.err.println("expected a value behind " + name);
            System.exit(2);
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static List<Chapter> chapters(Path folder, Report report) {
        List<Chapter> chapters = new ArrayList<>(List.of(
                new Chapter("overhead", "The core without a database", () -> new Overhead(report).run()),
                sqlite(folder, "appends", "appends", engine -> new Appends(engine, report).run()),
                sqlite(folder, "reads", "reads", engine -> new Reads(engine, report).run()),
                sqlite(folder, "consumers", "consumers, views and the journal", engine -> follow(engine, report)),
                sqlite(folder, "scale", "millions of events", engine -> new Appends(engine, report).atScale(LARGE)),
                sqlite(folder, "details", "bytes", engine -> measureSizes(engine, report))));
        for (EngineKind other : EnumSet.complementOf(EnumSet.of(EngineKind.SQLITE))) {
            chapters.add(new Chapter(other.word(), other.title(), () -> {
                try (Engine engine = Engine.open(other, folder)) {
                    new Appends(engine, report).run();
                    new Reads(engine, report).run();
                    follow(engine, report);
                    report.note(engine.describe());
                }
            }));
        }
        return chapters;
    }

    private static Chapter sqlite(Path folder, String name, String title, OnSqlite measuring) {
        return new Chapter(name, "SQLite: " + title, () -> measuring.run(new SqliteEngine(folder)));
    }

    private static void follow(Engine engine, Report report) throws Exception {
        new Consuming(engine, report).run();
        new Rebuilding(engine, report).run();
    }

    private static void measureSizes(SqliteEngine engine, Report report) throws Exception {
        Sizes sizes = new Sizes(engine, report);
        sizes.plain();
        sizes.details();
    }

    private record Chapter(String name, String title, Measuring measuring) {}

    @FunctionalInterface
    private interface Measuring {
        void run() throws Exception;
    }

    @FunctionalInterface
    private interface OnSqlite {
        void run(SqliteEngine engine) throws Exception;
    }
}
