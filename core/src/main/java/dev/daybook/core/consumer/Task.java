package dev.daybook.core.consumer;

import dev.daybook.ports.view.RowChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** An errand that somebody waits for. */
final class Task implements Errand {

    /** What is done on the consumer's thread. */
    interface Action {
        List<RowChange> run(ParkingLot lot) throws Exception;
    }

    private final Action action;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    Task(Action action) {
        this.action = action;
    }

    @Override
    public List<RowChange> run(ParkingLot lot) throws Exception {
        return action.run(lot);
    }

    @Override
    public void end(@Nullable Throwable failure) {
        if (failure == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(failure);
        }
    }

    void await() {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited for the consumer", e);
        }
    }
}
