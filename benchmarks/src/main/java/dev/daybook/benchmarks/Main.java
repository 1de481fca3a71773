package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the benchmarks: {@code Main FOLDER [--results FILE] [NAME...]}. The folder's file system is what is measured; the names
 * are {@code overhead}, {@code appends}, {@code reads}, {@code consumers}, {@code scale} and {@code details} for SQLite, and {@code h2},
 * {@code postgresql} and {@code mariadb} for the other engines; all of them if none is given. In a file of results the chapters that are
 * measured take the place of their former ones.
 */
public final class Main {

    private static final long LARGE = 5_000_000;

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
            System.err.println("expected the folder to measure in: Main FOLDER [--results FILE] [NAME...]");
            System.exit(2);
        }
        int results = words.indexOf("--results");
        Set<String> names = new TreeSet<>(words.subList(results < 0 ? 1 : results + 2, words.size()));
        Path folder = Machine.temporary(Path.of(words.getFirst()));
        Report report = new Report();
        List<Chapter> chapters = chapters(folder, report);
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
        if (results >= 0) {
            report.write(
                    Path.of(words.get(results + 1)),
                    Machine.describe(),
                    chapters.stream().map(Chapter::title).toList());
        }
        System.exit(report.allMet() ? 0 : 1);
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
