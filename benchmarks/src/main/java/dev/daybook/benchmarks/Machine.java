package dev.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String describe() {
        return """
                # Results

                Written by `./daybook benchmark`. Each ratio is the median of rounds in which Daybook and the raw code take
                turns on the same file system with the same payload of %d bytes; the quartiles stand behind it. Rates
                change from machine to machine, the ratios are what to look at. Both sides are equally durable: an append is on
                disk when it returns, unless a chapter says otherwise.
                """.formatted(Samples.payload().length);
    }

    static String describePeers(List<String> peers, PeerOptions options, Duration took) {
        return """
                # Daybook beside its peers

                Written by `./daybook benchmark-peers`. In each round Daybook, every peer and raw code take a turn on the same file
                system, with the same payload of %d bytes, the same driver and settings of the engine, and for the peers one pool of
                connections each. A ratio is the median of the rounds, with the quartiles behind it; above 1 Daybook is better. Every
                append is encoded and on disk when it returns, and goes on from the sequence that its writer expects. Raw code has no
                conditions, checks and locks at all: with many writers it is one connection that commits their rows together.

                Not here: Occurrent, whose durable stores are for MongoDB, and the eventstore of sliceworkz, whose packages the build
                could not get.

                %s, in %d minutes; %d rounds, of %d ms each for appends.

                %s
                """.formatted(
                Samples.payload().length,
                today(),
                took.toMinutes(),
                options.rounds(),
                options.lap().toMillis(),
                String.join("\n", peers.stream().map(peer -> "- " + peer).toList()));
    }

    /** Today, and on what. */
    static String today() {
        return "%s, %d cores, %s %s, Java %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }

    /** Makes a folder to measure in. The user that a server runs as gets through it. */
    static Path temporary(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent.toAbsolutePath(), "daybook-benchmarks");
        if (!folder.toFile().setExecutable(true, false)) {
            throw new IOException("cannot open " + folder + " to the users that servers run as");
        }
        return folder;
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
