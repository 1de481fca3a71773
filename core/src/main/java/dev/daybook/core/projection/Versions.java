package dev.daybook.core.projection;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.core.consumer.Takeover;
import dev.daybook.core.waiting.TimeLimit;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.view.Views;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The versions of one view, of which one is served. A new version is built beside the old one from the first event on, compared with it,
 * and served in place of it from one moment on, in all processes: which one is served stands in the log's database. Safe for concurrent
 * use.
 *
 * <p>Where that was never said, the lowest version that has been built is served, or the lowest of all if none has.
 *
 * @param <S> the state of a key, or what the states of all versions have in common
 */
public final class Versions<S> implements AutoCloseable {

    /** For how long the version that is served may stand still while another catches up with it. */
    private static final Duration STANDING = Duration.ofSeconds(5);

    private final String name;
    private final NavigableMap<Integer, Projector<? extends S, ?>> projectors = new TreeMap<>();
    private final VersionRecord record;
    private final Consumers consumers;
    private final StateCodec states;
    private final View<S> view;

    /**
     * From what all consumers of one log share.
     *
     * @param projections the versions, at least one
     * @param codec reads events
     * @param settings how the consumer of each version works
     * @param parts ports and settings
     * @throws IllegalArgumentException if there is none, they have not all one name, or two have one version
     */
    public Versions(
            List<? extends Projection<? extends S, ?>> projections,
            EventCodec codec,
            ConsumerSettings settings,
            ConsumerParts parts) {
        if (projections.isEmpty()) {
            throw new IllegalArgumentException("a view without a projection; give at least one");
        }
        this.name = projections.getFirst().name();
        this.consumers = parts.storage().consumers();
        Views views = parts.storage().views();
        this.states = parts.states();
        for (Projection<? extends S, ?> projection : projections) {
            if (!projection.name().equals(name) || projectors.containsKey(projection.version())) {
                throw new IllegalArgumentException(projection.name() + " in version " + projection.version()
                        + " beside " + name + "; give versions of one name, each with a number of its own");
            }
            projectors.put(projection.version(), new Projector<>(projection, codec, settings, parts));
        }
        this.record =
                new VersionRecord(name, projectors.firstKey(), new Registry(views, parts.states()), consumers, views);
        this.view = new ServedView<>(this::servedRows);
    }

    /**
     * Begins to keep every version, from where it was left.
     *
     * @return these versions
     */
    public Versions<S> start() {
        record.rememberFirst();
        projectors.values().forEach(Projector::start);
        return this;
    }

    /**
     * Begins to keep the version that is served and all others that were begun before, from where they were left. One that is new waits
     * until somebody has it built, see {@link #build}.
     *
     * @return these versions
     */
    public Versions<S> startBegun() {
        record.rememberFirst();
        int now = served();
        projectors.forEach((version, projector) -> {
            if (version == now || (record.checkpoint(version) > 0 && !record.isDropped(version))) {
                projector.start();
            }
        });
        return this;
    }

    /**
     * Begins to build a version beside the one that is served, or goes on from where it was left. Nothing happens if it is built already.
     *
     * @param version its number
     * @throws IllegalStateException if it was dropped, or not given
     */
    public void build(int version) {
        Projector<?, ?> projector = version(version);
        record.requireRows(version);
        projector.start();
    }

    /**
     * Builds a version no further in this process. Its rows stay, and {@link #build} goes on from there.
     *
     * @param version the number of any version but the one that is served
     * @throws IllegalStateException if it is served, or not given
     */
    public void cancel(int version) {
        Projector<?, ?> projector = version(version);
        record.requireOther(version);
        projector.close();
        if (served() == version) {
            projector.start();
            record.requireOther(version);
        }
    }

    /**
     * What they are versions of.
     *
     * @return the name of the view
     */
    public String name() {
        return name;
    }

    /**
     * Which versions this process was given.
     *
     * @return their numbers, lowest first
     */
    public SortedSet<Integer> numbers() {
        return new TreeSet<>(projectors.keySet());
    }

    /**
     * Which version is served.
     *
     * @return its number
     */
    public int served() {
        return record.served();
    }

    /**
     * Which version was served before, to which {@link #rollBack} goes back.
     *
     * @return its number, empty if there was none
     */
    public OptionalInt before() {
        return record.before();
    }

    /**
     * Whether the rows of a version were removed for good.
     *
     * @param version its number
     * @return true if it can never be served again
     */
    public boolean isDropped(int version) {
        return record.isDropped(version);
    }

    /**
     * The rows of the version that is served, at each moment.
     *
     * @return reads them; throws an {@link IllegalStateException} where this process was not given that version
     */
    public View<S> view() {
        return view;
    }

    /**
     * One of the versions.
     *
     * @param version its number
     * @return what keeps it
     * @throws IllegalStateException if it was not given
     */
    public Projector<? extends S, ?> version(int version) {
        Projector<? extends S, ?> projector = projectors.get(version);
        if (projector == null) {
            throw new IllegalStateException("the view " + name + " is asked for version " + version
                    + ", of which this process has no projection; give it beside " + projectors.keySet()
                    + ", or switch to one of these");
        }
        return projector;
    }

    /**
     * Waits until the version that is served has seen the log up to a position; {@link #view} has then, also after a switch.
     *
     * @param position the position of an event, for example of one's own append
     * @param atMost how long to wait
     * @return true if it has, false if the time has passed
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean awaitPosition(long position, Duration atMost) throws InterruptedException {
        TimeLimit limit = new TimeLimit(atMost);
        while (true) {
            int now = served();
            if (!version(now).consumer().awaitPosition(position, limit.left())) {
                return false;
            }
            if (served() == now) {
                return true;
            }
        }
    }

    /**
     * Compares two versions at one position, while both go on.
     *
     * @param one the number of a version
     * @param other the number of another
     * @param limit how many differences to tell at most
     * @return the first keys that differ, in order, with both states; none if the versions are equal
     */
    public List<Difference<S>> compare(int one, int other, int limit) {
        return compare(one, other, limit, ViewProgress.UNHEARD);
    }

    /**
     * Does as {@link #compare(int, int, int)} does, and tells how far it has come.
     *
     * @param one the number of a version
     * @param other the number of another
     * @param limit how many differences to tell at most
     * @param progress is told, and ends it by an exception
     * @return the first keys that differ, in order, with both states; none if the versions are equal
     */
    public List<Difference<S>> compare(int one, int other, int limit, ViewProgress progress) {
        return new Comparison<S>(version(one).stored(), version(other).stored(), states, progress).run(limit);
    }

    /**
     * Serves another version from now on, in all processes, as soon as it has seen what the version that is served has. Readers never
     * see the view go back, and never miss it.
     *
     * @param version its number
     * @param atMost how long to wait until it has caught up
     * @return true if it is served, false if it has not caught up in time, or somebody else has switched meanwhile
     * @throws IllegalStateException if it was dropped, or not given
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean switchTo(int version, Duration atMost) throws InterruptedException {
        TimeLimit limit = new TimeLimit(atMost);
        EventConsumer next = version(version).consumer();
        int now = served();
        if (now == version) {
            return true;
        }
        if (!next.awaitPosition(record.checkpoint(now), limit.left())) {
            return false;
        }
        try (Takeover standing = new Takeover(consumers, record.rowsOf(now))) {
            record.requireRows(version);
            return served() == now
                    && next.awaitPosition(standing.checkpoint(), limit.leftOf(STANDING))
                    && standing.write(List.of(record.serve(version, now)));
        }
    }

    /**
     * Serves the version again that was served before.
     *
     * @param atMost how long to wait until it has caught up
     * @return true if it is served, false if it has not caught up in time, or somebody else has switched meanwhile
     * @throws IllegalStateException if there was none before, it was dropped, or it was not given
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean rollBack(Duration atMost) throws InterruptedException {
        int before = before().orElseThrow(() ->
                new IllegalStateException("the view " + name + " was never switched; there is nothing to go back to"));
        return switchTo(before, atMost);
    }

    /**
     * Removes the rows of a version for good, and keeps it no longer.
     *
     * @param version the number of any version but the one that is served
     * @throws IllegalStateException if it is served, or another process has taken it over meanwhile
     */
    public void drop(int version) {
        drop(version, ViewProgress.UNHEARD);
    }

    /**
     * Does as {@link #drop(int)} does, and tells how far it has come.
     *
     * @param version the number of any version but the one that is served
     * @param progress is told, and ends it by an exception: before the first row nothing is lost, and behind it the version can never be
     *     served again all the same, and the rows that are left are removed when it is dropped once more
     * @throws IllegalStateException if it is served, or another process has taken it over meanwhile
     */
    public void drop(int version, ViewProgress progress) {
        Projector<?, ?> projector = projectors.get(version);
        record.requireOther(version);
        if (projector != null) {
            projector.close();
        }
        record.drop(version, progress);
    }

    /** A view only gives states, so that one of a narrower class is one of the wider. */
    @SuppressWarnings("unchecked")
    private View<S> servedRows() {
        return (View<S>) version(served()).view();
    }

    /** Stops keeping the versions. */
    @Override
    public void close() {
        projectors.values().forEach(Projector::close);
    }
}
