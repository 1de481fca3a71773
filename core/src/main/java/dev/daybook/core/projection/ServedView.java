package dev.daybook.core.projection;

import dev.daybook.ports.view.SortKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The version of a view that is served. An answer is given only if its version was still served after it was read. */
final class ServedView<S> implements View<S> {

    private final Supplier<View<S>> served;

    ServedView(Supplier<View<S>> served) {
        this.served = served;
    }

    @Override
    public Optional<S> find(String key) {
        return read(view -> view.find(key));
    }

    @Override
    public Map<String, S> find(Set<String> keys) {
        return read(view -> view.find(keys));
    }

    @Override
    public List<Entry<S>> page(String afterKey, int limit) {
        return read(view -> view.page(afterKey, limit));
    }

    @Override
    public List<Entry<S>> sorted(SortKey after, String toSort, int limit) {
        return read(view -> view.sorted(after, toSort, limit));
    }

    private <T> T read(Function<View<S>, T> question) {
        View<S> asked = served.get();
        while (true) {
            T answer = question.apply(asked);
            View<S> now = served.get();
            if (now == asked) {
                return answer;
            }
            asked = now;
        }
    }
}
