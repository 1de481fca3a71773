package dev.daybook.core.consumer;

import dev.daybook.ports.view.RowChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to be done with the lease of a consumer, between two batches. */
interface Errand {

    /** Does it; the changes are kept with the checkpoint. */
    List<RowChange> run(ParkingLot lot) throws Exception;

    /** It is kept, or was not and never will be. */
    void end(@Nullable Throwable failure);
}
