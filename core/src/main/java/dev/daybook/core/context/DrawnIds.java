package dev.daybook.core.context;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives the same ids again when a command is tried again: an attempt that lost its race has used none. Of one thread. */
public final class DrawnIds implements Supplier<UUID> {

    private final Supplier<UUID> source;
    private final List<UUID> drawn = new ArrayList<>(4);
    private int next;

    /**
     * Draws from a source.
     *
     * @param source gives an id at each call, never one twice
     */
    public DrawnIds(Supplier<UUID> source) {
        this.source = source;
    }

    @Override
    public UUID get() {
        if (next == drawn.size()) {
            drawn.add(source.get());
        }
        return drawn.get(next++);
    }

    /** Begins again with the first id. */
    public void rewind() {
        next = 0;
    }
}
