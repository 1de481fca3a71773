package dev.daybook.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One direction of a plot, logarithmic.
 *
 * @param low what stands at its beginning
 * @param high what stands at its end
 */
record Axis(double low, double high) {

    /** With fewer steps than this, powers of ten say too little. */
    private static final double FEW = 1_000;

    private static final List<Integer> STEPS = List.of(1, 2, 5, 10);

    /** From a 1, 2 or 5 of some power of ten below all figures to one above them; powers of two if that is what all are. */
    static Axis over(double... figures) {
        double least = Arrays.stream(figures).min().orElse(1);
        double most = Arrays.stream(figures).max().orElse(10);
        if (Arrays.stream(figures).allMatch(Axis::isPowerOfTwo)) {
            return new Axis(least, Math.max(most, 2 * least));
        }
        double below = STEPS.stream()
                .mapToDouble(step -> step * power(least))
                .filter(start -> start <= least)
                .max()
                .orElse(least);
        double above = STEPS.stream()
                .mapToDouble(step -> step * power(most))
                .filter(end -> end >= most)
                .min()
                .orElse(most);
        return new Axis(below, Math.max(above, 2 * below));
    }

    /** The power of ten at a figure or below it. */
    private static double power(double figure) {
        return Math.pow(10, Math.floor(Math.log10(figure)));
    }

    /** Where a figure stands, from 0 to 1. */
    double place(double figure) {
        return Math.log(figure / low) / Math.log(high / low);
    }

    /** The figures that are written beside it. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (isPowerOfTwo(low) && isPowerOfTwo(high)) {
            for (double tick = low; tick <= high; tick *= 2) {
                ticks.add(tick);
            }
            return ticks;
        }
        List<Integer> steps = high / low < FEW ? STEPS.subList(0, 3) : STEPS.subList(0, 1);
        for (double power = power(low); power <= high; power *= 10) {
            for (int step : steps) {
                double tick = step * power;
                if (tick >= low * 0.999 && tick <= high * 1.001) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static boolean isPowerOfTwo(double figure) {
        return figure >= 1 && figure <= 1 << 20 && Long.bitCount((long) figure) == 1 && figure == Math.rint(figure);
    }
}
