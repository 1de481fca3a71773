package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What to measure, and how much of it.
 *
 * @param folder where to, on the file system that is measured
 * @param peers where the peers lie, none to measure Daybook beside raw code alone
 * @param results where the table and the plots go, none to print them alone
 * @param engines which engines
 * @param works which works
 * @param events how many events are caught up with, and are stored before tags are asked for
 * @param aggregate how many events the aggregate has that is replayed
 * @param stored how far a log grows
 * @param lap how long the appends of one round go on
 * @param rounds how many rounds count
 */
record PeerOptions(
        Path folder,
        Optional<Path> peers,
        Optional<Path> results,
        Set<EngineKind> engines,
        Set<Work> works,
        int events,
        int aggregate,
        long stored,
        Duration lap,
        int rounds) {

    /** What can be measured. */
    enum Work {
        /** Whether everybody keeps what it is given. */
        CHECK,
        /** Appends, by one and by many. */
        APPENDS,
        /** Replays and catching up. */
        READS,
        /** Appends that depend on tags. */
        TAGS,
        /** What an append costs as the log grows, and the heap in which it is read. */
        GROWTH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String USAGE =
            "expected FOLDER [--peers FOLDER] [--results FOLDER] [--full] [--events N] [--aggregate N]"
                    + " [--stored N] [--millis N] [--rounds N] [ENGINE or WORK ...]; engines are sqlite, h2, postgresql and mariadb,"
                    + " works are check, appends, reads, tags and growth";

    private static final String FULL = "--full";
    private static final Set<String> SETTINGS =
            Set.of("--peers", "--results", "--events", "--aggregate", "--stored", "--millis", "--rounds");

    /**
     * Reads the words of a command line. Nothing named is everything.
     *
     * @throws IllegalArgumentException if they are not understood, with what was expected
     */
    static PeerOptions parse(String... words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        Path folder = Path.of(next(left));
        Map<String, String> settings = new HashMap<>();
        Set<EngineKind> engines = EnumSet.noneOf(EngineKind.class);
        Set<Work> works = EnumSet.noneOf(Work.class);
        while (!left.isEmpty()) {
            String word = left.pop();
            if (word.equals(FULL)) {
                settings.put(FULL, "");
            } else if (SETTINGS.contains(word)) {
                settings.put(word, next(left));
            } else if (!choose(engines, EngineKind.values(), EngineKind::word, word)
                    && !choose(works, Work.values(), Work::word, word)) {
                throw new IllegalArgumentException("not understood: " + word + "; " + USAGE);
            }
        }
        boolean full = settings.containsKey(FULL);
        return new PeerOptions(
                folder,
                Optional.ofNullable(settings.get("--peers")).map(Path::of),
                Optional.ofNullable(settings.get("--results")).map(Path::of),
                engines.isEmpty() ? EnumSet.allOf(EngineKind.class) : engines,
                works.isEmpty() ? EnumSet.allOf(Work.class) : works,
                (int) number(settings, "--events", full ? 1_000_000 : 100_000),
                (int) number(settings, "--aggregate", 100_000),
                number(settings, "--stored", full ? 10_000_000 : 1_000_000),
                Duration.ofMillis(number(settings, "--millis", full ? 1_000 : 300)),
                (int) number(settings, "--rounds", full ? 9 : 5));
    }

    /** Answers whether a word is the name of one of them. */
    private static <E> boolean choose(Set<E> chosen, E[] all, Function<E, String> name, String word) {
        List<E> found =
                Arrays.stream(all).filter(each -> name.apply(each).equals(word)).toList();
        chosen.addAll(found);
        return !found.isEmpty();
    }

    private static String next(Deque<String> left) {
        String word = left.poll();
        if (word == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return word;
    }

    private static long number(Map<String, String> settings, String name, long otherwise) {
        String word = settings.getOrDefault(name, String.valueOf(otherwise));
        if (!word.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(
                    name + " takes a whole number from 1 on, was given " + word + "; " + USAGE);
        }
        return Long.parseLong(word);
    }
}
