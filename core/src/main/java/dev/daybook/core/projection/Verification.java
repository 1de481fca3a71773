package dev.daybook.core.projection;

import dev.daybook.core.consumer.EventConsumer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a view with the log while the view may move on. What differs is looked at again after the view has moved: a difference
 * that was only its movement goes away, a true one stays.
 */
final class Verification<S> {

    private static final int PAGE = 1_000;
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Folds a stretch of the log onto states. */
    interface Folding<S> {
        /** From behind one position up to another. */
        void fold(Map<String, S> states, long after, long upTo);
    }

    private final View<S> view;
    private final EventConsumer consumer;
    private final Folding<S> folding;
    private final Map<String, S> expected = new HashMap<>();
    private long position;

    Verification(View<S> view, EventConsumer consumer, Folding<S> folding) {
        this.view = view;
        this.consumer = consumer;
        this.folding = folding;
    }

    List<String> run() throws InterruptedException {
        Set<String> different = differences();
        for (int round = 1; round < ROUNDS && !different.isEmpty(); round++) {
            consumer.awaitPosition(position, PATIENCE);
            different.retainAll(differences());
        }
        return List.copyOf(different);
    }

    private Set<String> differences() {
        long checkpoint = consumer.health().checkpoint();
        folding.fold(expected, position, checkpoint);
        position = Math.max(position, checkpoint);
        Set<String> different = new TreeSet<>(expected.keySet());
        List<View.Entry<S>> page = view.page("", PAGE);
        while (!page.isEmpty()) {
            for (View.Entry<S> entry : page) {
                if (Objects.equals(expected.get(entry.key()), entry.state())) {
                    different.remove(entry.key());
                } else {
                    different.add(entry.key());
                }
            }
            page = view.page(page.getLast().key(), PAGE);
        }
        return different;
    }
}
