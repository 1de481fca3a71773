package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.projection.Difference;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Versions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The views that the console was told of. */
public final class ViewReader {

    /**
     * A version of a view.
     *
     * @param view the name of the view
     * @param version its number, 0 where there are no numbers
     * @param served whether it is what the view's readers see
     * @param consumer what keeps it
     */
    public record ViewRow(String view, int version, boolean served, Optional<ConsumerRow> consumer) {}

    /**
     * A key of which two versions have different states. Who does not see everything is told the key alone.
     *
     * @param one its state in the one version, if it has it and it may be seen
     * @param other its state in the other version, likewise
     */
    public record KeyDifference(String key, Optional<JsonNode> one, Optional<JsonNode> other) {}

    private final Daybook daybook;
    private final ConsumerReader consumers;
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
        projectors.keySet().forEach(name -> views.add(new ViewRow(name, 0, true, Optional.ofNullable(rows.get(name)))));
        versions.forEach((name, all) -> {
            int served = all.served();
            for (int number : all.numbers()) {
                String consumer = all.version(number).consumer().name();
                views.add(new ViewRow(name, number, number == served, Optional.ofNullable(rows.get(consumer))));
            }
        });
        return views;
    }

    public boolean isView(String name) {
        return projectors.containsKey(name) || versions.containsKey(name);
    }

    public boolean hasVersion(String name, int number) {
        Versions<?> all = versions.get(name);
        return all != null && all.numbers().contains(number);
    }

    /** Compares a stored view with the log: the keys that differ, none if all is well. */
    public List<String> verify(String name) {
        Projector<?, ?> projector = projectors.get(name);
        if (projector != null) {
            return projector.verify();
        }
        Versions<?> all = versions(name);
        return all.version(all.served()).verify();
    }

    public List<KeyDifference> compare(String name, int one, int other, int limit, Sight sight) {
        return compare(versions(name), one, other, limit, sight);
    }

    private <S> List<KeyDifference> compare(Versions<S> all, int one, int other, int limit, Sight sight) {
        return all.compare(one, other, limit).stream()
                .map(difference -> difference(difference, sight))
                .toList();
    }

    private KeyDifference difference(Difference<?> difference, Sight sight) {
        return new KeyDifference(difference.key(), seen(difference.one(), sight), seen(difference.other(), sight));
    }

    private Optional<JsonNode> seen(Optional<?> state, Sight sight) {
        return sight.isWhole() ? state.map(some -> Trees.read(daybook.states().encodeState(some))) : Optional.empty();
    }

    /** Serves another version as soon as it has caught up; false if it has not in time. */
    public boolean switchTo(String name, int version, Duration atMost) throws InterruptedException {
        return versions(name).switchTo(version, atMost);
    }

    private Versions<?> versions(String name) {
        return Optional.ofNullable(versions.get(name)).orElseThrow();
    }
}
