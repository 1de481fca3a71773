package dev.daybook.core.projection;

import dev.daybook.ports.view.RowChange;
import java.util.List;
import java.util.Optional;

/**
 * Which code has built a view: one that is built by the code of today and by another is never served. Changed code is harmless if it
 * gives the states that are stored, which the log tells.
 */
final class Provenance {

    private static final int NAMED = 10;

    private final StoredView<?, ?> stored;
    private final Registry registry;
    private final BuiltBy today;
    private boolean isNew;
    private volatile boolean isTrusted;

    Provenance(StoredView<?, ?> stored, Registry registry) {
        this.stored = stored;
        this.registry = registry;
        Projection<?, ?> projection = stored.projection();
        this.today =
                new BuiltBy(Code.fingerprint(projection.getClass(), projection.stateClass(), projection.eventClass()));
    }

    /** Spares changed code the comparison. */
    void trust() {
        isTrusted = true;
    }

    /** Why the view cannot be kept by the code of today. The view stands still meanwhile. */
    Optional<String> refusal(long checkpoint) {
        Optional<BuiltBy> before = registry.builtBy(stored.name());
        if (before.equals(Optional.of(BuiltBy.NOBODY))) {
            return Optional.of(
                    "the rows of " + stored.name() + " were dropped; raise version() to have the view built anew");
        }
        isNew = !before.equals(Optional.of(today));
        if (!isNew || isTrusted || checkpoint == 0) {
            return Optional.empty();
        }
        List<String> different = new Verification<>(stored, ViewProgress.UNHEARD).run();
        return different.isEmpty() ? Optional.empty() : Optional.of(refusal(different));
    }

    private String refusal(List<String> different) {
        return "the code of the projection " + stored.projection().name() + " has changed, but not its version "
                + stored.projection().version() + ": " + different.size() + " keys of its view would be different, "
                + String.join(", ", different.subList(0, Math.min(NAMED, different.size())))
                + (different.size() > NAMED ? " ..." : "")
                + "; raise version() to have the view built anew, or go back to the former code";
    }

    /** To be kept with the next rows, if it is not yet. */
    Optional<RowChange> takeChange() {
        Optional<RowChange> change = isNew ? Optional.of(registry.put(stored.name(), today)) : Optional.empty();
        isNew = false;
        return change;
    }
}
