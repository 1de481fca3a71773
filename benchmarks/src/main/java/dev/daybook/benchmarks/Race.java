package dev.daybook.benchmarks;

/**
 * Two pieces of code doing the same work in turn, round after round, so that whatever slows the machine down meets both. Which
 * goes first changes with every round.
 */
final class Race {

    /** One round of work; answers how much of it was done in a second. */
    @FunctionalInterface
    interface Lap {
        double run() throws Exception;
    }

    /**
     * How a race went.
     *
     * @param ours work per second of Daybook
     * @param raw work per second of the raw code
     * @param ratio Daybook's share of the raw code's rate, round by round
     */
    record Result(Figures ours, Figures raw, Figures ratio) {}

    private static final int WARM_UPS = 2;

    private Race() {}

    static Result run(int rounds, Lap ours, Lap raw) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            ours.run();
            raw.run();
        }
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                our[i] = ours.run();
                their[i] = raw.run();
            } else {
                their[i] = raw.run();
                our[i] = ours.run();
            }
            ratio[i] = our[i] / their[i];
        }
        return new Result(Figures.of(our), Figures.of(their), Figures.of(ratio));
    }

    /** Runs work and answers its rate. */
    static double rate(long units, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return units * 1e9 / (System.nanoTime() - begin);
    }

    /** Something that takes its time. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
