package dev.daybook.core.repository;

import dev.daybook.ports.log.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states a batch decides on: those it has changed, and, up to a bound, those it has only read or has committed. */
final class BatchStates {

    private final Map<String, Entry<?>> changed = new LinkedHashMap<>();
    private final Map<String, Entry<?>> clean;

    BatchStates(int kept) {
        this.clean = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, BatchStates.Entry<?>> eldest) {
                return size() > kept;
            }
        };
    }

    <S> Entry<S> of(Repository<?, S, ?, ?> repository, String id) {
        Entry<?> known = changed.get(id);
        if (known == null) {
            known = clean.get(id);
        }
        if (known == null) {
            Entry<S> read = new Entry<>(repository, repository.loader().load(id));
            clean.put(id, read);
            return read;
        }
        return known.of(repository);
    }

    /** How many aggregates have changed once this one has. */
    long changedWith(Entry<?> entry) {
        return (long) changed.size() + (entry.isChanged() ? 0 : 1);
    }

    <S> void changed(Entry<S> entry, Loaded<S> after) {
        if (!entry.isChanged()) {
            clean.remove(after.aggregateId());
            changed.put(after.aggregateId(), entry);
        }
        entry.loaded = after;
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(changed.size());
        changed.forEach((id, entry) -> conditions.add(Condition.expectedSequence(id, entry.stored)));
        return conditions;
    }

    void committed() {
        changed.values().forEach(Entry::committed);
        clean.putAll(changed);
        changed.clear();
    }

    void clear() {
        changed.clear();
        clean.clear();
    }

    /** One aggregate in a batch. */
    static final class Entry<S> {

        private final Repository<?, S, ?, ?> repository;
        private Loaded<S> loaded;
        private long stored;

        private Entry(Repository<?, S, ?, ?> repository, Loaded<S> loaded) {
            this.repository = repository;
            this.loaded = loaded;
            this.stored = loaded.sequence();
        }

        Loaded<S> loaded() {
            return loaded;
        }

        private boolean isChanged() {
            return loaded.sequence() != stored;
        }

        private void committed() {
            repository.snapshotter().stored(stored, loaded);
            stored = loaded.sequence();
        }

        @SuppressWarnings("unchecked") // one aggregate class has one state class
        private <T> Entry<T> of(Repository<?, T, ?, ?> asked) {
            if (repository.aggregate().getClass() != asked.aggregate().getClass()) {
                throw new IllegalArgumentException(loaded.aggregateId() + " is in this batch as "
                        + repository.aggregate().getClass().getName() + ", not as "
                        + asked.aggregate().getClass().getName() + "; use a batch for each kind");
            }
            return (Entry<T>) this;
        }
    }
}
