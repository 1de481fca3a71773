package dev.daybook.examples.demo.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one participant is going to do, step by step, up to an exact number of events. */
public final class Script {

    private final String actor;
    private final int quota;
    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private int events;

    Script(String actor, int quota, long seed) {
        this.actor = actor;
        this.quota = quota;
        this.random = new Random(seed);
    }

    /** Who. */
    public String actor() {
        return actor;
    }

    /** What is done, in order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** How many events follow from it. */
    public int events() {
        return events;
    }

    Random random() {
        return random;
    }

    int left() {
        return quota - events;
    }

    /** Adds a step and answers the id of its first event. */
    UUID add(double openSeconds, String correlation, @Nullable UUID cause, Action... actions) {
        Instant at = Market.moment(openSeconds);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < actions.length; i++) {
            ids.add(id(at));
        }
        steps.add(new Step(actor, at, correlation, cause, List.of(actions), List.copyOf(ids)));
        events += actions.length;
        return ids.getFirst();
    }

    /** UUID version 7 (RFC 9562, section 5.7) whose random part is this script's own, and so the same at every run. */
    private UUID id(Instant at) {
        long most = at.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
        return new UUID(most, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
