package dev.daybook.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of arguments in few lengths, so that there are few texts of SQL: a power of two, reached by repeating the first one. */
final class Padding {

    /** The longest list. */
    static final int MOST = 64;

    private Padding() {}

    /** Any number of arguments, in lists as {@link #of} gives them. */
    static <T> List<List<T>> slices(Collection<T> arguments) {
        List<T> all = List.copyOf(arguments);
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            slices.add(of(all.subList(from, Math.min(all.size(), from + MOST))));
        }
        return slices;
    }

    /** A list of at least one and at most {@link #MOST}. */
    static <T> List<T> of(List<T> arguments) {
        int size = Integer.highestOneBit(arguments.size() * 2 - 1);
        List<T> padded = new ArrayList<>(arguments);
        while (padded.size() < size) {
            padded.add(arguments.getFirst());
        }
        return padded;
    }
}
