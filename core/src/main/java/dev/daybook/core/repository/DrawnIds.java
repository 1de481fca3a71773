package dev.daybook.core.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives the same ids again when a command is tried again: an attempt that lost its race has used none. */
final class DrawnIds implements Supplier<UUID> {

    private final Supplier<UUID> source;
    private final List<UUID> drawn = new ArrayList<>(4);
    private int next;

    DrawnIds(Supplier<UUID> source) {
        this.source = source;
    }

    @Override
    public UUID get() {
        if (next == drawn.size()) {
            drawn.add(source.get());
        }
        return drawn.get(next++);
    }

    void rewind() {
        next = 0;
    }
}
