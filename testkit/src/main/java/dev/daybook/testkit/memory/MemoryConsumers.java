package dev.daybook.testkit.memory;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.consumer.Lease;
import dev.daybook.ports.consumer.Progress;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.storage.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The consumers as a map. Every step is a method of its own, so that a test can break just that one. */
class MemoryConsumers implements Consumers {

    private final Gate gate;
    private final InstantSource clock;
    private final MemoryViews views;
    private final TreeMap<String, ConsumerState> states = new TreeMap<>();

    MemoryConsumers(Gate gate, InstantSource clock) {
        this(gate, clock, new MemoryViews(gate));
    }

    MemoryConsumers(Gate gate, InstantSource clock, MemoryViews views) {
        this.gate = gate;
        this.clock = clock;
        this.views = views;
    }

    MemoryViews views() {
        return views;
    }

    @Override
    public List<ConsumerState> all() {
        return gate.pass(() -> List.copyOf(states.values()));
    }

    @Override
    public Optional<ConsumerState> find(String name) {
        return gate.pass(() -> Optional.ofNullable(states.get(name)));
    }

    @Override
    public Optional<Lease> claim(String name, String owner, Optional<ConsumerState> seen) {
        Limits.standard().checkLease(name, owner);
        return gate.pass(() -> {
            Optional<ConsumerState> now = Optional.ofNullable(states.get(name));
            if (!isAsSeen(now, seen)) {
                return Optional.empty();
            }
            long fence = now.map(ConsumerState::fence).orElse(0L) + 1;
            long checkpoint = now.map(ConsumerState::checkpoint).orElse(0L);
            Instant movedAt = now.map(ConsumerState::movedAt).orElseGet(this::now);
            states.put(name, new ConsumerState(name, checkpoint, owner, fence, beat(now), movedAt));
            return Optional.of(new Lease(name, owner, fence));
        });
    }

    boolean isAsSeen(Optional<ConsumerState> now, Optional<ConsumerState> seen) {
        return now.map(ConsumerState::fence).equals(seen.map(ConsumerState::fence)) && beat(now) == beat(seen);
    }

    private static long beat(Optional<ConsumerState> state) {
        return state.map(ConsumerState::beat).orElse(0L);
    }

    @Override
    public Set<Lease> renew(Set<Lease> leases) {
        return gate.pass(() -> {
            Set<Lease> lost = new HashSet<>();
            for (Lease lease : leases) {
                held(lease)
                        .ifPresentOrElse(
                                state -> move(state, state.checkpoint(), state.movedAt()), () -> lost.add(lease));
            }
            return lost;
        });
    }

    @Override
    public boolean commit(Lease lease, Progress progress) {
        Limits.standard().check(progress);
        return gate.pass(() -> {
            Optional<ConsumerState> held = held(lease);
            held.ifPresent(state -> {
                requireForwards(state, progress);
                move(state, progress.checkpoint(), now());
                views.apply(progress.changes());
            });
            return held.isPresent();
        });
    }

    void requireForwards(ConsumerState state, Progress progress) {
        if (progress.checkpoint() < state.checkpoint()) {
            throw new IllegalArgumentException("the checkpoint of " + state.name() + " is " + state.checkpoint()
                    + ", and cannot go back to " + progress.checkpoint());
        }
    }

    @Override
    public void release(Lease lease) {
        gate.pass(() -> held(lease)
                .map(state -> states.put(
                        state.name(),
                        new ConsumerState(
                                state.name(), state.checkpoint(), "", state.fence(), state.beat(), state.movedAt()))));
    }

    /** Within the gate: how far a view has come that is kept inline. */
    long followed(String name) {
        return Optional.ofNullable(states.get(name))
                .map(ConsumerState::checkpoint)
                .orElse(0L);
    }

    /** Within the gate. */
    void follow(String name, long position) {
        move(
                Optional.ofNullable(states.get(name)).orElseGet(() -> new ConsumerState(name, 0, "", 0, 0, now())),
                position,
                now());
    }

    private Optional<ConsumerState> held(Lease lease) {
        return Optional.ofNullable(states.get(lease.consumer())).filter(state -> isHeld(lease, state));
    }

    boolean isHeld(Lease lease, ConsumerState state) {
        return state.fence() == lease.fence() && state.owner().equals(lease.owner());
    }

    private void move(ConsumerState state, long checkpoint, Instant movedAt) {
        states.put(
                state.name(),
                new ConsumerState(state.name(), checkpoint, state.owner(), state.fence(), state.beat() + 1, movedAt));
    }

    private Instant now() {
        return Timestamps.normal(clock.instant());
    }
}
