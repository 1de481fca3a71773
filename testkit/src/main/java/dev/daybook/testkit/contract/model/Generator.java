package dev.daybook.testkit.contract.model;

import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.snapshot.Snapshot;
import dev.daybook.testkit.time.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Steps drawn from a seed. It draws from few names, so that steps meet one another. */
final class Generator {

    private static final int FEW = 4;
    private static final int MANY = 900;

    private final Random random;
    private final Questions questions;
    private final int mostPerAppend;
    private final List<NewEvent> drawn = new ArrayList<>();

    private Generator(long seed, int mostPerAppend) {
        this.random = new Random(seed);
        this.questions = new Questions(random);
        this.mostPerAppend = mostPerAppend;
    }

    /** Of small appends: many different steps meet on a short log. */
    static Generator ofFew(long seed) {
        return new Generator(seed, FEW);
    }

    /** Of large appends: the log soon passes the ends of pages and of whatever else a storage cuts it into. */
    static Generator ofMany(long seed) {
        return new Generator(seed, MANY);
    }

    List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        while (steps.size() < count) {
            steps.add(step());
        }
        return List.copyOf(steps);
    }

    private Step step() {
        int die = random.nextInt(100);
        if (die < 45) {
            return new Step.AppendEvents(append());
        } else if (die < 75) {
            return new Step.Read(questions.query(), questions.range());
        } else if (die < 80) {
            return new Step.Head();
        } else if (die < 85) {
            return new Step.SaveSnapshot(snapshot());
        } else if (die < 90) {
            return new Step.NewestSnapshot(
                    questions.aggregate(), questions.fingerprint(), questions.mostly(Long.MAX_VALUE), latest());
        } else if (die < 92) {
            return new Step.SnapshotTotals();
        } else if (die < 97) {
            return new Step.SetClock(questions.now());
        }
        return new Step.Reopen();
    }

    private Append append() {
        List<NewEvent> events = random.nextInt(5) == 0 && !drawn.isEmpty() ? repetition() : newEvents();
        Append append = Append.of(events);
        for (int n = random.nextInt(5) - 2; n > 0; n--) {
            append = append.onlyIf(condition());
        }
        return append;
    }

    private List<NewEvent> newEvents() {
        List<NewEvent> events = new ArrayList<>();
        for (int n = 1 + random.nextInt(mostPerAppend); n > 0; n--) {
            events.add(event(new UUID(0x7000, 0x8000_0000_0000_0000L | drawn.size())));
            drawn.add(events.getLast());
            questions.reach(drawn.size());
        }
        return events;
    }

    /** Events drawn before, at times with other content or with new ones among them. */
    private List<NewEvent> repetition() {
        Map<UUID, NewEvent> events = new LinkedHashMap<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            NewEvent event = drawn.get(random.nextInt(drawn.size()));
            events.put(event.id(), random.nextInt(6) == 0 ? event(event.id()) : event);
        }
        List<NewEvent> all = new ArrayList<>(events.values());
        if (random.nextInt(6) == 0) {
            all.addAll(newEvents());
        }
        return all;
    }

    private NewEvent event(UUID id) {
        Payload payload = Payload.json("{\"n\":" + random.nextInt(1_000) + "}");
        EventType type = new EventType(questions.type(), 1 + random.nextInt(2));
        Set<Tag> tags = new HashSet<>();
        for (int n = random.nextInt(4); n > 1; n--) {
            tags.add(questions.tag());
        }
        Metadata metadata = random.nextInt(3) == 0 ? questions.metadata() : Metadata.none();
        return new NewEvent(id, questions.aggregate(), type, payload, questions.happening(), metadata, tags);
    }

    private Condition condition() {
        return switch (random.nextInt(3)) {
            case 0 -> Condition.mustNotExist(questions.aggregate());
            case 1 -> Condition.expectedSequence(questions.aggregate(), random.nextInt(8));
            default -> Condition.noneMatchingAfter(questions.query(), random.nextInt(drawn.size() + 2));
        };
    }

    private Snapshot snapshot() {
        return new Snapshot(
                questions.aggregate(),
                1 + random.nextInt(6),
                questions.fingerprint(),
                questions.happened(),
                SettableClock.START,
                Payload.json("{\"s\":" + random.nextInt(1_000) + "}"));
    }

    private Instant latest() {
        return random.nextBoolean() ? Timestamps.LATEST : questions.happened();
    }
}
