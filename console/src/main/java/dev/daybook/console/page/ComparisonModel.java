package dev.daybook.console.page;

import java.util.List;

/**
 * The page on which two versions of a view are compared.
 *
 * @param view the name of the view
 * @param one the number of the one version, which is served
 * @param other the number of the other
 * @param keys the first keys that differ
 * @param isAll whether there are no more of them
 * @param isMasked whether the states are not shown
 * @param back leads to the projections
 */
public record ComparisonModel(
        Frame frame, String view, int one, int other, List<Key> keys, boolean isAll, boolean isMasked, String back) {

    /** A key and how its states differ. */
    public record Key(String name, List<Changed> changes) {}
}
