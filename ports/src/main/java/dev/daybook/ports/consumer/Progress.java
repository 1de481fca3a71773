package dev.daybook.ports.consumer;

import dev.daybook.ports.view.RowChange;
import java.util.List;

/**
 * What a consumer has done, to be kept as one step.
 *
 * @param checkpoint up to which position it has now handled the log; never less than before
 * @param changes what has become of its rows, applied in this order
 */
public record Progress(long checkpoint, List<RowChange> changes) {

    /** Takes a copy. */
    public Progress {
        changes = List.copyOf(changes);
    }

    /**
     * Only that the log has been handled up to a position.
     *
     * @param checkpoint the position
     * @return progress without a change
     */
    public static Progress to(long checkpoint) {
        return new Progress(checkpoint, List.of());
    }
}
