package dev.daybook.core.projection;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.util.Optional;

/** What is known of views beside their rows, itself kept in rows. */
final class Registry {

    private static final String VERSIONS = "daybook:versions";
    private static final String SERVED = "daybook:served";

    private final Views views;
    private final StateCodec states;

    Registry(Views views, StateCodec states) {
        this.views = views;
        this.states = states;
    }

    /** By which code a version of a view was built, as far as that is known. */
    Optional<BuiltBy> builtBy(String version) {
        return find(VERSIONS, version, BuiltBy.class);
    }

    /** Which version of a view is served, if that was ever said. */
    Optional<Served> served(String name) {
        return find(SERVED, name, Served.class);
    }

    RowChange put(String version, BuiltBy code) {
        return new RowChange.Put(VERSIONS, ViewRow.of(version, states.encodeState(code)));
    }

    RowChange put(String name, Served served) {
        return new RowChange.Put(SERVED, ViewRow.of(name, states.encodeState(served)));
    }

    private <T> Optional<T> find(String view, String key, Class<T> type) {
        return views.find(view, key).map(row -> states.decodeState(row.state(), type));
    }
}
