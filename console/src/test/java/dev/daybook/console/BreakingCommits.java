package dev.daybook.console;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.LogContinuation;
import dev.daybook.ports.snapshot.Snapshots;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageDescription;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.ports.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A storage that fails to keep some of the progress that it is given. */
record BreakingCommits(Storage storage, AtomicReference<Predicate<Progress>> fails) implements Storage {

    static BreakingCommits over(Storage storage) {
        return new BreakingCommits(storage, new AtomicReference<>(progress -> false));
    }

    @Override
    public EventLog log() {
        return storage.log();
    }

    @Override
    public LogContinuation continuation() {
        return storage.continuation();
    }

    @Override
    public Snapshots snapshots() {
        return storage.snapshots();
    }

    @Override
    public Consumers consumers() {
        return new Breaking(storage.consumers(), fails);
    }

    @Override
    public Views views() {
        return storage.views();
    }

    @Override
    public StorageDescription description() {
        return storage.description();
    }

    @Override
    public void close() {
        storage.close();
    }

    private record Breaking(Consumers consumers, AtomicReference<Predicate<Progress>> fails) implements Consumers {

        @Override
        public List<ConsumerState> all() {
            return consumers.all();
        }

        @Override
        public Optional<ConsumerState> find(String name) {
            return consumers.find(name);
        }

        @Override
        public Optional<Lease> claim(String name, String owner, Optional<ConsumerState> seen) {
            return consumers.claim(name, owner, seen);
        }

        @Override
        public Set<Lease> renew(Set<Lease> leases) {
            return consumers.renew(leases);
        }

        @Override
        public boolean commit(Lease lease, Progress progress) {
            if (fails.get().test(progress)) {
                throw new StorageException(Fault.FAILED, "the disk of Ada is full", null);
            }
            return consumers.commit(lease, progress);
        }

        @Override
        public void release(Lease lease) {
            consumers.release(lease);
        }
    }
}
