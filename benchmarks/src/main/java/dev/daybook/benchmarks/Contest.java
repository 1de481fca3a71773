package dev.daybook.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several pieces of code doing the same work in turn, round after round, so that whatever slows the machine down meets all of
 * them. Another one goes first in every round.
 */
final class Contest {

    private final Map<String, double[]> rates = new LinkedHashMap<>();

    /** Runs a lap of each to warm up, then the rounds that count. */
    static Contest run(int rounds, Map<String, Race.Lap> laps) throws Exception {
        return run(rounds, laps, () -> {});
    }

    /** The same, with something to do when all are warm. */
    static Contest run(int rounds, Map<String, Race.Lap> laps, Runnable warm) throws Exception {
        Contest contest = new Contest();
        List<Map.Entry<String, Race.Lap>> entries = List.copyOf(laps.entrySet());
        for (Map.Entry<String, Race.Lap> entry : entries) {
            entry.getValue().run();
            contest.rates.put(entry.getKey(), new double[rounds]);
        }
        warm.run();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < entries.size(); i++) {
                Map.Entry<String, Race.Lap> entry = entries.get((round + i) % entries.size());
                contest.of(entry.getKey())[round] = entry.getValue().run();
            }
        }
        return contest;
    }

    private double[] of(String name) {
        double[] found = rates.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name + " took no part; those that did are " + rates.keySet());
        }
        return found;
    }

    /** Who took part. */
    List<String> names() {
        return List.copyOf(rates.keySet());
    }

    /** Work per second. */
    Figures rate(String name) {
        return Figures.of(of(name));
    }

    /** One's rate as a share of another's, round by round. */
    Figures ratio(String ours, String theirs) {
        double[] ratio = new double[of(ours).length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = of(ours)[i] / of(theirs)[i];
        }
        return Figures.of(ratio);
    }
}
