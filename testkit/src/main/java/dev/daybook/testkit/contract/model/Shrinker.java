package dev.daybook.testkit.contract.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing sequence of steps as short and simple as it gets while it still fails (delta debugging). */
final class Shrinker {

    private final Predicate<List<Step>> fails;

    Shrinker(Predicate<List<Step>> fails) {
        this.fails = fails;
    }

    List<Step> shrink(List<Step> failing) {
        List<Step> smallest = failing;
        int before;
        do {
            before = smallest.hashCode();
            for (int chunk = Math.max(1, smallest.size() / 2); chunk > 0; chunk /= 2) {
                smallest = withoutChunks(smallest, chunk);
            }
            smallest = simplified(smallest);
        } while (smallest.hashCode() != before);
        return smallest;
    }

    private List<Step> withoutChunks(List<Step> failing, int chunk) {
        List<Step> smallest = failing;
        int at = 0;
        while (at < smallest.size()) {
            List<Step> without = new ArrayList<>(smallest);
            without.subList(at, Math.min(at + chunk, without.size())).clear();
            if (fails.test(without)) {
                smallest = without;
            } else {
                at += chunk;
            }
        }
        return smallest;
    }

    private List<Step> simplified(List<Step> failing) {
        List<Step> simplest = failing;
        for (int at = 0; at < failing.size(); at++) {
            for (Step simpler : Simpler.than(simplest.get(at))) {
                List<Step> candidate = new ArrayList<>(simplest);
                candidate.set(at, simpler);
                if (fails.test(candidate)) {
                    simplest = candidate;
                    break;
                }
            }
        }
        return simplest;
    }
}
