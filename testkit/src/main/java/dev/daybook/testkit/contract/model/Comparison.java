package dev.daybook.testkit.contract.model;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.time.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Random steps on a storage and on the in-memory one side by side, everything that can be observed compared. The first difference
 * is shrunk to few steps. The system properties {@code daybook.model.runs}, {@code daybook.model.steps} and {@code
 * daybook.model.seed} say how many runs of how many steps, and from which seed.
 */
public final class Comparison {

    private static final int RUNS = 40;
    private static final int STEPS = 60;
    private static final int LONG_STEPS = 120;

    private final Supplier<Sides> sides;

    private Comparison(Supplier<Sides> sides) {
        this.sides = sides;
    }

    /** Opens one storage, again and again, in a place of its own. */
    @FunctionalInterface
    public interface Opening {

        /**
         * Opens the storage.
         *
         * @param clock where recordedAt comes from
         * @return the storage, to be closed
         */
        Storage open(SettableClock clock);
    }

    /**
     * A comparison of storages that hold after reopening what they held before.
     *
     * @param places gives a new place at each call
     * @return the comparison
     */
    public static Comparison ofPersistent(Supplier<Opening> places) {
        return new Comparison(() -> Sides.persistent(places.get()));
    }

    /**
     * A comparison of storages that hold nothing after reopening.
     *
     * @param places gives a new place at each call
     * @return the comparison
     */
    public static Comparison ofTransient(Supplier<Opening> places) {
        return new Comparison(() -> Sides.passing(places.get()));
    }

    /**
     * Compares as often as the system properties say.
     *
     * @throws AssertionError at the first difference, with the seed and the few steps that show it
     */
    public void run() {
        long first = seed();
        int runs = Integer.getInteger("daybook.model.runs", RUNS);
        for (long seed = first; seed < first + runs; seed++) {
            run(seed, Integer.getInteger("daybook.model.steps", STEPS));
        }
    }

    /**
     * Compares once, on a log of some thousand events.
     *
     * @throws AssertionError at the first difference, with the seed and the few steps that show it
     */
    public void runLong() {
        runLong(seed());
    }

    void run(long seed, int count) {
        compare(seed, Generator.ofFew(seed).steps(count));
    }

    void runLong(long seed) {
        compare(seed, Generator.ofMany(seed).steps(LONG_STEPS));
    }

    private static long seed() {
        return Long.getLong("daybook.model.seed", new Random().nextLong(1L << 40));
    }

    private void compare(long seed, List<Step> steps) {
        Optional<Difference> difference = difference(steps);
        if (difference.isPresent()) {
            List<Step> upToIt =
                    steps.subList(0, Math.min(steps.size(), difference.get().step()));
            List<Step> few = new Shrinker(candidate -> difference(candidate).isPresent()).shrink(upToIt);
            throw new AssertionError(report(seed, few));
        }
    }

    private record Difference(int step, String what) {}

    /** Of what is left out at the end of the steps, the comparison of all that is stored is never a part. */
    private Optional<Difference> difference(List<Step> steps) {
        try (Sides both = sides.get()) {
            int done = 0;
            for (Step step : steps) {
                done++;
                Optional<String> what = both.difference(step);
                if (what.isPresent()) {
                    return Optional.of(new Difference(done, what.get()));
                }
            }
            int all = done;
            return both.differenceInAll().map(what -> new Difference(all, what));
        }
    }

    private String report(long seed, List<Step> few) {
        String newLine = System.lineSeparator();
        return few.stream()
                .map(step -> "  " + Words.of(step))
                .collect(Collectors.joining(
                        newLine,
                        "the storage differs from the one in memory after these " + few.size() + " steps (seed " + seed
                                + "; -Ddaybook.model.seed=" + seed + " repeats it):" + newLine,
                        newLine
                                + difference(few)
                                        .map(Difference::what)
                                        .orElse("not at every time: the last run found none")));
    }
}
