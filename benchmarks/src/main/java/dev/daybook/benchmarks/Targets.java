package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.EngineKind;
import java.util.OptionalDouble;

/** How many times the rate of another one Daybook's shall be at least. Nothing is set where nothing was promised. */
final class Targets {

    static final String RAW = "raw";

    private Targets() {}

    static OptionalDouble oneWriter(String beside) {
        return raw(beside, 0.85);
    }

    static OptionalDouble manyWriters(EngineKind engine, String beside) {
        return switch (engine) {
            case SQLITE -> axon(beside, 5);
            case H2 -> peer(beside, 1);
            case POSTGRESQL ->
                beside.startsWith("Axon")
                        ? OptionalDouble.of(5)
                        : beside.startsWith("Pekko") ? OptionalDouble.of(2) : raw(beside, 0.6);
            case MARIADB -> OptionalDouble.empty();
        };
    }

    /** Of the 99th percentile: no worse than the best peer's is no worse than any. */
    static OptionalDouble tail(String beside) {
        return peer(beside, 1);
    }

    static OptionalDouble hundred(EngineKind engine, String beside) {
        OptionalDouble raw = raw(beside, 0.85);
        return raw.isPresent()
                ? raw
                : switch (engine) {
                    case SQLITE, H2 -> axon(beside, 4);
                    case POSTGRESQL -> axon(beside, 1.4);
                    case MARIADB -> OptionalDouble.empty();
                };
    }

    static OptionalDouble replay() {
        return OptionalDouble.of(1);
    }

    static OptionalDouble catchUp(String beside) {
        OptionalDouble raw = raw(beside, 0.9);
        return raw.isPresent() ? raw : axon(beside, 1.7);
    }

    static OptionalDouble views() {
        return OptionalDouble.of(3);
    }

    private static OptionalDouble raw(String beside, double atLeast) {
        return beside.equals(RAW) ? OptionalDouble.of(atLeast) : OptionalDouble.empty();
    }

    private static OptionalDouble axon(String beside, double atLeast) {
        return beside.startsWith("Axon") ? OptionalDouble.of(atLeast) : OptionalDouble.empty();
    }

    private static OptionalDouble peer(String beside, double atLeast) {
        return beside.equals(RAW) ? OptionalDouble.empty() : OptionalDouble.of(atLeast);
    }
}
