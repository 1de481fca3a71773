package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs as many partitions in this process as is its fair share. Each process that takes part has a seat, which is the lease of a
 * consumer that handles nothing: so each of them sees how many there are.
 */
final class Balance implements Runnable {

    private static final int LOOKS = 4;

    private final String name;
    private final List<EventConsumer> partitions;
    private final Duration validity;
    private final ConsumerParts parts;
    private final Rest rest = new Rest();
    private final Map<String, LeaseWatch> watches = new HashMap<>();
    private final Set<EventConsumer> running = new HashSet<>();
    private final Set<EventConsumer> givenUp = new HashSet<>();
    private @Nullable Lease seat;
    private volatile boolean retries;

    Balance(String name, List<EventConsumer> partitions, Duration validity, ConsumerParts parts) {
        this.name = name;
        this.partitions = partitions;
        this.validity = validity;
        this.parts = parts;
    }

    static String partition(String name, int number, int partitions) {
        return name + "/" + (number + 1) + "-of-" + partitions;
    }

    private String seat(int number) {
        return seats() + (number + 1);
    }

    private String seats() {
        return name + "/seat-";
    }

    /** An aggregate would otherwise be in another share, behind another checkpoint. */
    void checkNumber() {
        String first = name + "/1-of-";
        for (ConsumerState state : parts.storage().consumers().all()) {
            String other = state.name();
            if (other.startsWith(first) && !other.equals(partition(name, 0, partitions.size()))) {
                throw new IllegalStateException(name + " was begun with " + other.substring(first.length())
                        + " partitions and cannot go on with " + partitions.size()
                        + "; keep the number, or begin a consumer of another name");
            }
        }
    }

    void stop() {
        rest.end();
    }

    /** Partitions that have given up get another chance. */
    void retry() {
        retries = true;
        rest.wake();
    }

    @Override
    public void run() {
        partitions.forEach(partition -> partition.standBy("waits for its turn"));
        while (!rest.isOver()) {
            try {
                turn();
            } catch (StorageException e) {
                // The partitions have the same trouble, and tell.
                if (e.fault() == Fault.CLOSED) {
                    rest.end();
                }
            }
            rest.pause(validity.dividedBy(LOOKS));
        }
        partitions.forEach(EventConsumer::close);
        leaveSeat();
    }

    private void turn() {
        boolean clears = retries;
        retries = false;
        running.stream().filter(EventConsumer::hasStopped).forEach(givenUp::add);
        running.removeAll(givenUp);
        if (clears) {
            givenUp.clear();
        }
        Map<String, ConsumerState> seen = look();
        takeSeat(seen);
        int share = share(seen);
        for (EventConsumer partition :
                partitions.stream().filter(running::contains).toList()) {
            keepOrLeave(partition, share, seen.get(partition.name()));
        }
        for (EventConsumer partition : partitions) {
            if (running.size() < share && isFree(seen, partition.name()) && !givenUp.contains(partition)) {
                running.add(partition.start());
            }
        }
    }

    /** Every lease as it is, those that nobody uses being free. */
    private Map<String, ConsumerState> look() {
        Map<String, ConsumerState> seen = parts.storage().consumers().all().stream()
                .filter(state -> state.name().startsWith(name + "/"))
                .collect(Collectors.toMap(ConsumerState::name, Function.identity()));
        seen.values().removeIf(this::free);
        return seen;
    }

    private boolean free(ConsumerState state) {
        if (state.isFree()) {
            return true;
        }
        LeaseWatch watch = watches.computeIfAbsent(state.name(), any -> new LeaseWatch());
        return parts.leases().free(state, validity, watch);
    }

    private static boolean isFree(Map<String, ConsumerState> seen, String lease) {
        return !seen.containsKey(lease);
    }

    private void takeSeat(Map<String, ConsumerState> seen) {
        Lease held = seat;
        if (held != null && parts.leases().isHeld(held)) {
            return;
        }
        seat = null;
        for (int number = 0; seat == null && number < partitions.size(); number++) {
            if (isFree(seen, seat(number))) {
                seat = parts.leases()
                        .claim(seat(number), validity, new LeaseWatch())
                        .orElse(null);
            }
        }
    }

    /** Nothing without a seat: there are as many processes as partitions then. */
    private int share(Map<String, ConsumerState> seen) {
        Lease held = seat;
        if (held == null) {
            return 0;
        }
        long others = seen.keySet().stream()
                .filter(lease -> lease.startsWith(seats()) && !lease.equals(held.consumer()))
                .count();
        int processes = 1 + (int) others;
        return (partitions.size() + processes - 1) / processes;
    }

    private void keepOrLeave(EventConsumer partition, int share, @Nullable ConsumerState state) {
        boolean isElsewhere = state != null && !parts.leases().isOwn(state);
        if (isElsewhere || running.size() > share) {
            partition.standBy("is left to others");
            running.remove(partition);
        }
    }

    private void leaveSeat() {
        Lease held = seat;
        if (held == null) {
            return;
        }
        try {
            parts.leases().release(held);
        } catch (StorageException e) {
            // It will be found unused.
        }
    }
}
