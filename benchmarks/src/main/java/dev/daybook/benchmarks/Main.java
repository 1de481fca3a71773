package dev.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Runs the benchmarks: {@code Main FOLDER [--results FILE] [NAME...]}. The folder's file system is what is measured; the names
 * are {@code appends}, {@code scale}, {@code reads}, {@code overhead} and {@code details} for SQLite, all of them if none is
 * given, and {@code h2}, {@code postgresql} and {@code mariadb} for the other engines.
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
        Path folder = Files.createTempDirectory(Path.of(words.getFirst()), "daybook-benchmarks");
        Report report = new Report();
        try {
            run(folder, report, names);
        } finally {
            delete(folder);
        }
        if (results >= 0) {
            report.write(Path.of(words.get(results + 1)), Machine.describe());
        }
        System.exit(report.allMet() ? 0 : 1);
    }

    private static void run(Path folder, Report report, Set<String> names) throws Exception {
        SqliteEngine sqlite = new SqliteEngine(folder);
        Appends appends = new Appends(sqlite, report);
        Sizes sizes = new Sizes(sqlite, report);
        if (wanted(names, "overhead")) {
            new Overhead(report).run();
        }
        if (wanted(names, "appends")) {
            appends.run();
        }
        if (wanted(names, "reads")) {
            new Reads(sqlite, report).run();
        }
        if (wanted(names, "scale")) {
            appends.atScale(LARGE);
        }
        if (wanted(names, "details")) {
            sizes.plain();
            sizes.details();
        }
        for (Map.Entry<String, Callable<Engine>> other : others(folder).entrySet()) {
            if (names.contains(other.getKey())) {
                try (Engine engine = other.getValue().call()) {
                    report.begin(engine.name());
                    new Appends(engine, report).run();
                    new Reads(engine, report).run();
                }
            }
        }
    }

    private static Map<String, Callable<Engine>> others(Path folder) {
        Map<String, Callable<Engine>> engines = new LinkedHashMap<>();
        engines.put("h2", () -> new H2Engine(folder));
        engines.put("postgresql", ServerEngine::postgresql);
        engines.put("mariadb", ServerEngine::mariadb);
        return engines;
    }

    private static boolean wanted(Set<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
