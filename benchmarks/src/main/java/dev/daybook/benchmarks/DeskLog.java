package dev.daybook.benchmarks;

import dev.daybook.core.Daybook;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.desk.wallet.WalletCommand;
import dev.daybook.examples.desk.wallet.WalletEvent;
import dev.daybook.examples.desk.wallet.WalletRejection;
import dev.daybook.examples.desk.wallet.WalletState;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A log of a trading desk that is filled once, goes on where a fill was ended, and is kept. */
record DeskLog(Engine engine, String name, long events) {

    /** A wallet with one event in 80 of the log, and a snapshot of it every 1,000 of them. */
    static final String WALLET = "wallet_" + DeskTrading.TRADERS.getFirst();

    private static final int BATCH = 4_000;
    private static final int SNAPSHOT_EVERY = 80_000;

    Storage open() {
        return engine.open(name);
    }

    /** Appends what is missing; answers how many events there were before. */
    long fill() throws InterruptedException {
        try (Storage storage = open();
                Daybook daybook = Daybook.builder(storage, DeskTrading.CODEC).build()) {
            long before = storage.log().head();
            if (before >= events) {
                return before;
            }
            Repository<WalletCommand, WalletState, WalletEvent, WalletRejection> wallets =
                    daybook.repository(new Wallet());
            BlockingQueue<List<NewEvent>> batches = new ArrayBlockingQueue<>(4);
            Thread maker = Thread.ofPlatform().daemon().start(() -> make(before, batches));
            for (long head = before; head < events; ) {
                List<NewEvent> batch = batches.take();
                Samples.stored(storage.log().append(Append.of(batch)));
                head += batch.size();
                if (head % SNAPSHOT_EVERY < BATCH) {
                    wallets.snapshot(WALLET);
                }
                if (head % 1_000_000 < BATCH) {
                    System.err.printf("%,d events stored%n", head);
                }
            }
            maker.join();
            return before;
        }
    }

    private void make(long before, BlockingQueue<List<NewEvent>> batches) {
        DeskTrading desk = new DeskTrading();
        try {
            for (long head = before; head < events; ) {
                List<NewEvent> batch = new ArrayList<>(BATCH);
                while (batch.size() < BATCH && head + batch.size() < events) {
                    batch.addAll(desk.order((head + batch.size()) / DeskTrading.EACH));
                }
                head += batch.size();
                batches.put(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
