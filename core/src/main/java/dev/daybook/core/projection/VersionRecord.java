package dev.daybook.core.projection;

import dev.daybook.core.consumer.Takeover;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.consumer.Consumers;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What the database knows of the versions of a view: which is served, which was before it, how far each has come, and which were dropped. */
final class VersionRecord {

    private static final int PAGE = 1_000;

    private final String name;
    private final int lowestGiven;
    private final Registry registry;
    private final Consumers consumers;
    private final Views views;

    VersionRecord(String name, int lowestGiven, Registry registry, Consumers consumers, Views views) {
        this.name = name;
        this.lowestGiven = lowestGiven;
        this.registry = registry;
        this.consumers = consumers;
        this.views = views;
    }

    /** What the rows of a version are kept by, and its consumer. */
    String rowsOf(int version) {
        return name + "@" + version;
    }

    int served() {
        return registry.served(name).map(Served::version).orElseGet(this::first);
    }

    OptionalInt before() {
        Optional<Served> now = registry.served(name).filter(served -> served.version() != served.before());
        return now.isPresent() ? OptionalInt.of(now.get().before()) : OptionalInt.empty();
    }

    RowChange serve(int version, int before) {
        return registry.put(name, new Served(version, before));
    }

    private int first() {
        return consumers.all().stream()
                .map(ConsumerState::name)
                .filter(consumer -> consumer.matches(Pattern.quote(name) + "@[0-9]{1,9}"))
                .mapToInt(consumer -> Integer.parseInt(consumer.substring(name.length() + 1)))
                .min()
                .orElse(lowestGiven);
    }

    /** So that a process which does not know the lowest version any more does not serve one that is not built. */
    void rememberFirst() {
        if (registry.served(name).isEmpty()) {
            int first = first();
            try (Takeover standing = new Takeover(consumers, rowsOf(first))) {
                // Where it is not written somebody else has done so.
                var unused = registry.served(name).isPresent() || standing.write(List.of(serve(first, first)));
            }
        }
    }

    long checkpoint(int version) {
        return consumers.find(rowsOf(version)).map(ConsumerState::checkpoint).orElse(0L);
    }

    boolean isDropped(int version) {
        return registry.builtBy(rowsOf(version)).equals(Optional.of(BuiltBy.NOBODY));
    }

    /** Marks a version as dropped and removes its rows, some at a time. */
    void drop(int version, ViewProgress progress) {
        // Who has ended it before it begins keeps the version.
        progress.seen(0);
        try (Takeover standing = new Takeover(consumers, rowsOf(version))) {
            markDropped(version);
            long removed = 0;
            for (List<RowChange> rows = removal(version); !rows.isEmpty(); rows = removal(version)) {
                if (!standing.write(rows)) {
                    throw new IllegalStateException("another process has taken over version " + version
                            + " of the view " + name + " while it was dropped; drop it again");
                }
                removed += rows.size();
                progress.seen(removed);
            }
        }
    }

    private List<RowChange> removal(int version) {
        return views.page(rowsOf(version), "", PAGE).stream()
                .<RowChange>map(row -> new RowChange.Remove(rowsOf(version), row.key()))
                .toList();
    }

    /** With the right to the version that is served, so that nobody switches to the other one meanwhile. */
    private void markDropped(int version) {
        boolean marked = false;
        while (!marked) {
            int now = requireOther(version);
            try (Takeover standing = new Takeover(consumers, rowsOf(now))) {
                marked = served() == now && standing.write(List.of(registry.put(rowsOf(version), BuiltBy.NOBODY)));
            }
        }
    }

    /** Which version is served, if it is not this one. */
    int requireOther(int version) {
        int now = served();
        if (now == version) {
            throw new IllegalStateException(
                    "the view " + name + " is served from version " + version + "; switch to another first");
        }
        return now;
    }

    void requireRows(int version) {
        if (isDropped(version)) {
            throw new IllegalStateException("version " + version + " of the view " + name
                    + " was dropped; give the projection a new version to have it built anew");
        }
    }
}
