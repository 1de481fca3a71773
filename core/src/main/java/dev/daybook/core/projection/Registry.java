package dev.daybook.core.projection;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.view.RowChange;
import dev.daybook.ports.view.ViewRow;
import dev.daybook.ports.view.Views;
import java.util.Optional;

/** What is known of views beside their rows, itself kept in rows. */
final class Registry {

    static final String VIEW = "daybook:views";

    private final Views views;
    private final StateCodec states;

    Registry(Views views, StateCodec states) {
        this.views = views;
        this.states = states;
    }

    /** By which code a version of a view was built, as far as that is known. */
    Optional<BuiltBy> builtBy(String version) {
        return views.find(VIEW, version).map(row -> states.decodeState(row.state(), BuiltBy.class));
    }

    RowChange put(String version, BuiltBy code) {
        return new RowChange.Put(VIEW, ViewRow.of(version, states.encodeState(code)));
    }
}
