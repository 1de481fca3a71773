package dev.daybook.core.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.view.ViewRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of a view while both may move on. Their rows are walked side by side in the order of the keys; where they are not
 * the same, the key is looked at again, both versions at one position.
 */
final class Comparison<S> {

    private static final int LOOKED_AT_ONCE = 100;

    /** By code points, as UTF-8 is ordered. Where an engine has another order, only more keys are looked at again. */
    private static final Comparator<String> IN_ORDER =
            Comparator.comparing(key -> key.getBytes(UTF_8), Arrays::compareUnsigned);

    private final StoredView<? extends S, ?> one;
    private final StoredView<? extends S, ?> other;
    private final StateCodec codec;
    private final ViewProgress progress;
    private final Map<String, Difference<S>> found = new LinkedHashMap<>();

    Comparison(
            StoredView<? extends S, ?> one, StoredView<? extends S, ?> other, StateCodec codec, ViewProgress progress) {
        this.one = one;
        this.other = other;
        this.codec = codec;
        this.progress = progress;
    }

    /** The first keys that differ, in order. */
    List<Difference<S>> run(int limit) {
        Rows left = new Rows(one.rows());
        Rows right = new Rows(other.rows());
        Set<String> suspects = new LinkedHashSet<>();
        for (long keys = 1; found.size() < limit && (left.row != null || right.row != null); keys++) {
            suspect(left, right).ifPresent(suspects::add);
            if (suspects.size() == LOOKED_AT_ONCE) {
                look(suspects);
                suspects.clear();
            }
            progress.seen(keys);
        }
        look(suspects);
        return found.values().stream().limit(limit).toList();
    }

    /** Goes on by one key, and gives it if its states may differ. */
    private static Optional<String> suspect(Rows left, Rows right) {
        ViewRow here = left.row;
        ViewRow there = right.row;
        if (there == null || (here != null && IN_ORDER.compare(here.key(), there.key()) < 0)) {
            left.goOn();
            return Optional.ofNullable(here).map(ViewRow::key);
        }
        right.goOn();
        if (here == null || !here.key().equals(there.key())) {
            return Optional.of(there.key());
        }
        left.goOn();
        return here.state().equals(there.state()) ? Optional.empty() : Optional.of(here.key());
    }

    private void look(Set<String> keys) {
        StoredView.Standing<? extends S> here = one.standing(keys);
        StoredView.Standing<? extends S> there = other.standing(keys);
        long position = Math.max(here.position(), there.position());
        Map<String, ? extends S> left = here.at(position);
        Map<String, ? extends S> right = there.at(position);
        for (String key : keys) {
            Optional<S> before = Optional.ofNullable(left.get(key));
            Optional<S> after = Optional.ofNullable(right.get(key));
            if (!isSame(before, after)) {
                found.put(key, new Difference<>(key, before, after));
            }
        }
    }

    /** Two versions may have other classes for what is written in the same way. */
    private boolean isSame(Optional<S> before, Optional<S> after) {
        return before.equals(after) || before.map(codec::encodeState).equals(after.map(codec::encodeState));
    }

    /** The rows of one side, the next of which is looked at before it is taken. */
    private static final class Rows {

        private final Iterator<ViewRow> rows;
        private @Nullable ViewRow row;

        Rows(Iterator<ViewRow> rows) {
            this.rows = rows;
            goOn();
        }

        void goOn() {
            row = rows.hasNext() ? rows.next() : null;
        }
    }
}
