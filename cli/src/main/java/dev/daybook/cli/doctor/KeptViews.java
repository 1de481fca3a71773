package dev.daybook.cli.doctor;

import dev.daybook.core.Daybook;
import dev.daybook.core.overview.AggregateDirectory;
import dev.daybook.core.overview.CausationGraph;
import dev.daybook.core.overview.EventCounts;
import dev.daybook.core.projection.InlineProjector;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.ProjectionState;
import dev.daybook.core.projection.ProjectionStates;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.View;
import dev.daybook.ports.DaybookException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether kept views are what the log comes to, where that can be told here: a view is folded anew by its projection's code, which is at
 * hand for those of any log only.
 */
final class KeptViews {

    private static final List<Projection<?, ?>> AT_HAND = List.of(
            EventCounts.perType(),
            EventCounts.perHour(),
            EventCounts.perActor(),
            new AggregateDirectory(),
            new CausationGraph());

    /** Both sides of a comparison are held in memory. */
    private static final int MOST_KEYS = 20_000;

    private static final int PAGE = 1_000;
    private static final int NAMED = 10;

    private final Daybook daybook;
    private final Check check = new Check("views");
    private int compared;

    KeptViews(Daybook daybook) {
        this.daybook = daybook;
    }

    Check check() {
        List<ProjectionState> kept = new ProjectionStates(daybook.storage(), daybook.states())
                .all().stream().filter(view -> !view.isDropped()).toList();
        kept.forEach(view -> AT_HAND.stream()
                .filter(code -> code.name().equals(view.name()) && code.version() == view.version())
                .findFirst()
                .ifPresentOrElse(
                        code -> compare(view, code),
                        () -> check.note(
                                name(view) + " was not compared with the log, nor was the code that keeps it with the"
                                        + " code that has built it: both need that code. The service that keeps it compares when it"
                                        + " starts with other code, and whenever it is asked to, by verify()")));
        check.summary(kept.size() + " kept, " + compared + " of them compared with the log");
        return check;
    }

    private <S> void compare(ProjectionState state, Projection<S, ?> code) {
        if (state.isInline()) {
            try (InlineProjector<S, ?> projector = daybook.inlineProjector(code)) {
                compare(state, projector.view(), projector::verify);
            }
        } else {
            try (Projector<S, ?> projector = daybook.projector(code)) {
                compare(state, projector.view(), projector::verify);
            }
        }
    }

    private void compare(ProjectionState state, View<?> view, Supplier<List<String>> verify) {
        try {
            if (isLarge(view)) {
                check.note(name(state) + " was not compared with the log: it has more than " + MOST_KEYS
                        + " keys, which would not fit into memory. The service that keeps it can, by verify()");
                return;
            }
            List<String> different = verify.get();
            compared++;
            if (!different.isEmpty()) {
                check.fault(name(state) + " is not what the log comes to: " + different.size() + " of its keys differ, "
                        + String.join(", ", different.subList(0, Math.min(NAMED, different.size())))
                        + (different.size() > NAMED ? " ..." : "")
                        + "; its rows were changed by somebody else, or built by other code of the same version:"
                        + " have it built anew");
            }
        } catch (DaybookException e) {
            check.fault(name(state) + " could not be compared with the log: " + e.getMessage());
        }
    }

    private static boolean isLarge(View<?> view) {
        int rows = 0;
        String after = "";
        while (rows <= MOST_KEYS) {
            List<? extends View.Entry<?>> page = view.page(after, PAGE);
            if (page.isEmpty()) {
                return false;
            }
            rows += page.size();
            after = page.getLast().key();
        }
        return true;
    }

    private static String name(ProjectionState view) {
        return view.name() + " in version " + view.version() + (view.isInline() ? ", kept with the appends," : "");
    }
}
