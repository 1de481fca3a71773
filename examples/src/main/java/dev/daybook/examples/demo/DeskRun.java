package dev.daybook.examples.demo;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.Batch;
import dev.daybook.examples.demo.plan.Action;
import dev.daybook.examples.demo.plan.DeskPlan;
import dev.daybook.examples.demo.plan.Script;
import dev.daybook.examples.demo.plan.Step;
import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.desk.catalog.DeskRepositories;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.position.PositionCommand;
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.trade.ExecuteTrade;
import dev.daybook.examples.desk.wallet.WalletCommand;
import dev.daybook.ports.log.AppendResult;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** Everybody at the desk does what is planned, at the same time: one virtual thread each, whose commits the storage groups. */
final class DeskRun {

    /** The treasury books many small changes; to wait for the disk at each would only show how slow disks are. */
    private static final int SINGLE_STEPS_PER_COMMIT = 50;

    private final Daybook daybook;
    private final DeskRepositories desk;
    private final LongConsumer progress;
    private final LongAdder stored = new LongAdder();

    DeskRun(Daybook daybook, LongConsumer progress) {
        this.daybook = daybook;
        this.desk = DeskRepositories.on(daybook);
        this.progress = progress;
    }

    /** Does what is not done yet, by the number of events each actor has in the log. */
    void run(DeskPlan plan, Map<String, Long> done) {
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = new ArrayList<>();
            for (Script script : plan.scripts()) {
                parts.add(everybody.submit(() -> play(script, done.getOrDefault(script.actor(), 0L))));
            }
            for (Future<?> part : parts) {
                await(part);
            }
        }
    }

    /** How many events this run has stored itself. */
    long stored() {
        return stored.sum();
    }

    private void play(Script script, long done) {
        Batch batch = daybook.batch();
        int together =
                script.steps().stream().allMatch(step -> step.actions().size() == 1) ? SINGLE_STEPS_PER_COMMIT : 1;
        long passed = 0;
        for (Step step : script.steps()) {
            passed += step.actions().size();
            if (passed > done) {
                execute(batch, step);
                if (batch.size() >= together) {
                    commit(batch);
                }
            }
        }
        commit(batch);
    }

    private void execute(Batch batch, Step step) {
        Context context = Context.by(step.actor())
                .correlatedWith(step.correlation())
                .at(step.at())
                .eventIds(step.ids().iterator()::next);
        Context caused = step.cause() == null ? context : context.causedBy(step.cause());
        for (Action action : step.actions()) {
            Either<? extends Rejection, ?> answer = execute(batch, action, caused);
            if (answer.isLeft()) {
                throw new Problem("%s of the demo does not fit what the file holds: %s; name a new file"
                        .formatted(action.id(), answer.getLeft().describe()));
            }
        }
    }

    private Either<? extends Rejection, ?> execute(Batch batch, Action action, Context context) {
        return switch (action) {
            case Action.ToOrder(String id, OrderCommand command) -> batch.execute(desk.orders(), id, command, context);
            case Action.ToPosition(String id, PositionCommand command) ->
                batch.execute(desk.positions(), id, command, context);
            case Action.ToWallet(String id, WalletCommand command) ->
                batch.execute(desk.wallets(), id, command, context);
            case Action.ToSettings(String id, ChangeSetting command) ->
                batch.execute(desk.settings(), id, command, context);
            case Action.ToTrade(String id, ExecuteTrade command) -> batch.execute(desk.trades(), id, command, context);
        };
    }

    private void commit(Batch batch) {
        int size = batch.size();
        switch (batch.commit()) {
            case AppendResult.Stored(var events) -> stored.add(events.size());
            case AppendResult.AlreadyStored before -> {
                // By another run; this one has nothing to add.
            }
            case AppendResult.Conflict conflict ->
                throw new Problem(
                        "somebody else writes to this file: " + conflict.describe() + "; name a file of your own");
        }
        progress.accept(size);
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("interrupted; run the demo again to go on where it stopped", e);
        }
    }
}
