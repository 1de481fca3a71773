package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.core.projection.Difference;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Versions;
import dev.daybook.core.projection.ViewProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The views that the console was told of. */
public final class ViewReader {

    /**
     * A version of a view.
     *
     * @param view the name of the view
     * @param version its number, 0 where there are no numbers
     * @param standing what becomes of it
     * @param consumer what keeps it
     * @param pace positions a second, if it moves
     */
    public record ViewRow(
            String view, int version, Standing standing, Optional<ConsumerRow> consumer, OptionalDouble pace) {

        /** In how much time it has caught up if it goes on like this. */
        public Optional<Duration> left() {
            long lag = consumer.map(ConsumerRow::lag).orElse(0L);
            return lag > 0 && pace.isPresent()
                    ? Optional.of(Duration.ofMillis(Math.round(1000 * lag / pace.getAsDouble())))
                    : Optional.empty();
        }
    }

    /** What becomes of a version of a view. */
    public enum Standing {
        /** It is what the view's readers see. */
        SERVED,
        /** It was served before, and can be again. */
        BEFORE,
        /** Nothing of it is built yet. */
        NEW,
        /** It is built beside the one that is served. */
        BUILDING,
        /** It is as far as the log, or nearly so, and follows it. */
        READY,
        /** It is built no further in this process. */
        STOPPED,
        /** It can never be served again, and some of its rows are still there. */
        DROPPING,
        /** Its rows were removed for good. */
        DROPPED
    }

    /**
     * A key of which two versions have different states. Who does not see everything is told the key alone.
     *
     * @param one its state in the one version, if it has it and it may be seen
     * @param other its state in the other version, likewise
     */
    public record KeyDifference(String key, Optional<JsonNode> one, Optional<JsonNode> other) {}

    /** What is behind by less than a hundredth of the log follows it. */
    private static final int NEARLY = 100;

    private final Daybook daybook;
    private final ConsumerReader consumers;
    private final Pace pace = new Pace();
    private final Map<String, Projector<?, ?>> projectors = new LinkedHashMap<>();
    private final Map<String, Versions<?>> versions = new LinkedHashMap<>();

    ViewReader(
            Daybook daybook, ConsumerReader consumers, List<Projector<?, ?>> projectors, List<Versions<?>> versions) {
        this.daybook = daybook;
        this.consumers = consumers;
        projectors.forEach(projector -> this.projectors.put(projector.consumer().name(), projector));
        versions.forEach(all -> this.versions.put(all.name(), all));
    }

    public List<ViewRow> all(Sight sight) {
        Map<String, ConsumerRow> rows = new LinkedHashMap<>();
        consumers.all(sight).forEach(row -> rows.put(row.name(), row));
        List<ViewRow> views = new ArrayList<>();
        projectors.keySet().forEach(name -> views.add(row(name, 0, Standing.SERVED, rows.get(name))));
        versions.forEach((name, all) -> {
            int served = all.served();
            OptionalInt before = all.before();
            for (int number : all.numbers()) {
                ConsumerRow consumer = rows.get(all.version(number).consumer().name());
                Standing standing = standing(all, number, served, before, consumer);
                views.add(row(name, number, standing, consumer));
            }
        });
        return views;
    }

    private ViewRow row(String view, int version, Standing standing, @Nullable ConsumerRow consumer) {
        return new ViewRow(
                view,
                version,
                standing,
                Optional.ofNullable(consumer),
                consumer == null ? OptionalDouble.empty() : pace(consumer));
    }

    /** Who has not looked before is told what it has handled, which is less where it passes over events. */
    private OptionalDouble pace(ConsumerRow consumer) {
        OptionalDouble seen = pace.of(consumer.name(), consumer.checkpoint(), System.nanoTime());
        double handled = consumer.health().map(ConsumerHealth::rate).orElse(0.0);
        return seen.isPresent() || handled == 0 || isStopped(consumer) ? seen : OptionalDouble.of(handled);
    }

    private static boolean isStopped(ConsumerRow consumer) {
        return consumer.health()
                .filter(health -> health.status() == ConsumerHealth.Status.STOPPED)
                .isPresent();
    }

    private Standing standing(
            Versions<?> all, int number, int served, OptionalInt before, @Nullable ConsumerRow consumer) {
        if (number == served) {
            return Standing.SERVED;
        }
        if (all.isDropped(number)) {
            String rows = all.version(number).consumer().name();
            boolean isEmpty = daybook.storage().views().page(rows, "", 1).isEmpty();
            return isEmpty ? Standing.DROPPED : Standing.DROPPING;
        }
        return before.isPresent() && before.getAsInt() == number ? Standing.BEFORE : standing(consumer);
    }

    private static Standing standing(@Nullable ConsumerRow consumer) {
        if (consumer == null || (isStopped(consumer) && consumer.checkpoint() == 0)) {
            return Standing.NEW;
        }
        if (isStopped(consumer)) {
            return Standing.STOPPED;
        }
        return consumer.lag() * NEARLY <= consumer.checkpoint() ? Standing.READY : Standing.BUILDING;
    }

    public boolean isView(String name) {
        return projectors.containsKey(name) || versions.containsKey(name);
    }

    /** The versions of a view; empty if it has none. */
    public Optional<Versions<?>> versions(String name) {
        return Optional.ofNullable(versions.get(name));
    }

    /** The version of a view that is served, 0 where there are no numbers. */
    public int served(String name) {
        return versions(name).map(Versions::served).orElse(0);
    }

    /** Compares a version of a view with the log: the keys that differ, none if all is well. */
    public List<Difference<?>> verify(String name, int version, ViewProgress progress) {
        Projector<?, ?> projector = projectors.get(name);
        if (projector == null) {
            projector = versions(name).orElseThrow().version(version);
        }
        return projector.verify(progress).stream()
                .<Difference<?>>map(key -> new Difference<>(key, Optional.empty(), Optional.empty()))
                .toList();
    }

    public KeyDifference shown(Difference<?> difference, Sight sight) {
        return new KeyDifference(difference.key(), seen(difference.one(), sight), seen(difference.other(), sight));
    }

    private Optional<JsonNode> seen(Optional<?> state, Sight sight) {
        return sight.isWhole() ? state.map(some -> Trees.read(daybook.states().encodeState(some))) : Optional.empty();
    }
}
