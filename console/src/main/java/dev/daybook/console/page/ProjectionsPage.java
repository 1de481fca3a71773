package dev.daybook.console.page;

import dev.daybook.console.asking.Looks;
import dev.daybook.console.difference.Change;
import dev.daybook.console.difference.JsonDifference;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.ViewReader.KeyDifference;
import dev.daybook.console.reading.ViewReader.Standing;
import dev.daybook.console.reading.ViewReader.ViewRow;
import dev.daybook.console.rebuild.Rebuilds;
import dev.daybook.console.rebuild.Work;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Handler;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The page of projections: how far their versions have come, and how another is built, compared and served. */
final class ProjectionsPage {

    static final String PATH = "/projections";

    private static final int MOST_COMPARED = 100;

    private final Readers readers;
    private final Looks looks;
    private final Rebuilds rebuilds;
    private final Templates templates;

    ProjectionsPage(Readers readers, Looks looks, Rebuilds rebuilds, Templates templates) {
        this.readers = readers;
        this.looks = looks;
        this.rebuilds = rebuilds;
        this.templates = templates;
    }

    List<Route> routes() {
        Set<String> differences = Set.of("view", "one", "other", Looks.UNMASK);
        return List.of(
                Route.page(Method.GET, PATH, Role.VIEWER, Set.of(Looks.UNMASK), this::all),
                Route.page(Method.GET, PATH + "/comparison", Role.OPERATOR, differences, this::differences),
                order("verify", this::verify),
                order("compare", this::compare),
                order("work/cancel", this::cancelWork),
                order("rebuild", this::rebuild),
                order("cancel", this::cancel),
                order("switch", this::switchTo),
                order("rollback", this::rollBack),
                order("drop", this::drop));
    }

    private static Route order(String name, Handler handler) {
        return Route.page(Method.POST, PATH + "/" + name, Role.OPERATOR, Set.of(), handler);
    }

    private Answer all(Call call) {
        return all(call, Optional.empty());
    }

    private Answer all(Call call, Optional<String> notice) {
        Sight sight = looks.of(call);
        List<ViewRow> views = readers.views().all(sight);
        List<Work> works = rebuilds.works();
        Instant now = Instant.now();
        return templates.html(
                "projections",
                new ProjectionsModel(
                        Frame.of(call, "Projections", PATH, readers.sights()),
                        views.stream()
                                .map(view -> line(call, view, works, sight, now))
                                .toList(),
                        notice,
                        call.may(Role.OPERATOR)));
    }

    private static ProjectionsModel.ViewLine line(Call call, ViewRow row, List<Work> works, Sight sight, Instant now) {
        Standing standing = row.standing();
        boolean isThere = standing != Standing.NEW && standing != Standing.DROPPING && standing != Standing.DROPPED;
        Optional<Work> work =
                works.stream().filter(some -> some.view().equals(row.view())).findFirst();
        boolean isAtRest = work.filter(Work::isRunning).isEmpty();
        return new ProjectionsModel.ViewLine(
                row.view(),
                row.view() + "@" + row.version(),
                Visible.name(row.view()),
                row.version(),
                words(standing),
                isThere ? row.consumer().map(consumer -> ConsumersPage.line(call, consumer, now)) : Optional.empty(),
                row.pace().isPresent() ? Numbers.decimal(row.pace().getAsDouble()) + " a second" : "–",
                row.left().filter(left -> left.toSeconds() > 0).map(Time::rough).orElse(""),
                isAtRest ? allOrders(row) : orders(row),
                work.filter(some -> some.task().version() == row.version())
                        .map(some -> WorkWords.line(call, some, sight, now)),
                isAtRest && standing != Standing.SERVED && standing != Standing.DROPPED);
    }

    static String differences(Call call, String view, int one, int other) {
        return Url.of(call.base(), PATH + "/comparison")
                .with("view", view)
                .with("one", one)
                .with("other", other)
                .toString();
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case SERVED -> "served";
            case BEFORE -> "served before";
            case NEW -> "not built yet";
            case BUILDING -> "being built";
            case READY -> "built, follows";
            case STOPPED -> "stopped";
            case DROPPING -> "dropped, some rows are left";
            case DROPPED -> "dropped";
        };
    }

    private static List<ProjectionsModel.Order> allOrders(ViewRow row) {
        List<ProjectionsModel.Order> orders = new ArrayList<>(orders(row));
        switch (row.standing()) {
            case SERVED -> orders.add(new ProjectionsModel.Order("verify", "Compare with the log", false));
            case BEFORE, BUILDING, READY, STOPPED ->
                orders.add(new ProjectionsModel.Order("compare", "Compare with the one served", false));
            case NEW, DROPPING, DROPPED -> {}
        }
        return orders;
    }

    /** Without comparing it, which is done once at a time for each view. */
    private static List<ProjectionsModel.Order> orders(ViewRow row) {
        var serve = new ProjectionsModel.Order("switch", "Serve it", true);
        return switch (row.standing()) {
            case BEFORE -> List.of(new ProjectionsModel.Order("rollback", "Roll back to it", true));
            case NEW -> List.of(new ProjectionsModel.Order("rebuild", "Build it", true));
            case STOPPED -> List.of(new ProjectionsModel.Order("rebuild", "Go on building", true));
            case BUILDING -> List.of(serve, new ProjectionsModel.Order("cancel", "Cancel", false));
            case READY -> List.of(serve, new ProjectionsModel.Order("cancel", "Stop", false));
            case SERVED, DROPPING, DROPPED -> List.of();
        };
    }

    private Answer differences(Call call) {
        String view = call.required("view");
        int one = (int) call.number("one", 0, Integer.MAX_VALUE, 0);
        int other = (int) call.number("other", 0, Integer.MAX_VALUE, 0);
        Sight sight = looks.of(call);
        List<KeyDifference> differences = rebuilds.differences(view, one, other, MOST_COMPARED + 1, sight);
        return templates.html(
                "comparison",
                new ComparisonModel(
                        Frame.of(call, "Comparison", PATH, readers.sights()),
                        Visible.name(view),
                        one,
                        other,
                        differences.stream()
                                .limit(MOST_COMPARED)
                                .map(ProjectionsPage::key)
                                .toList(),
                        differences.size() <= MOST_COMPARED,
                        !sight.isWhole(),
                        call.base() + PATH));
    }

    private static ComparisonModel.Key key(KeyDifference difference) {
        List<Change> changes = new ArrayList<>();
        if (difference.one().isPresent() && difference.other().isPresent()) {
            changes.addAll(JsonDifference.between(
                    difference.one().get(), difference.other().get()));
        } else {
            changes.add(new Change("", difference.one(), difference.other()));
        }
        return new ComparisonModel.Key(Visible.name(difference.key()), Changed.of(changes));
    }

    private Answer verify(Call call) throws InterruptedException {
        Work work = rebuilds.verify(call.caller(), call.required("view"));
        return all(call, Optional.of(begun(work)));
    }

    private Answer compare(Call call) throws InterruptedException {
        String view = call.required("view");
        int served = readers.views().served(view);
        Work work = rebuilds.compare(call.caller(), view, served, version(call));
        return work.outcome() instanceof Work.Outcome.Done
                ? Answer.seeOther(differences(call, view, served, (int) version(call)))
                : all(call, Optional.of(begun(work)));
    }

    private static String begun(Work work) {
        return work.isRunning()
                ? "It is begun, goes on when this page is left, and its progress is told below."
                : "It has ended; what has become of it is told below.";
    }

    private Answer cancelWork(Call call) {
        rebuilds.cancelWork(call.caller(), call.required("view"));
        return all(call, Optional.of("It goes no further."));
    }

    private Answer rebuild(Call call) {
        rebuilds.build(call.caller(), call.required("view"), version(call));
        return all(call, Optional.of(name(call) + " is being built; the version that is served stays as it is."));
    }

    private Answer cancel(Call call) {
        rebuilds.cancel(call.caller(), call.required("view"), version(call));
        return all(call, Optional.of(name(call) + " is built no further. What there is of it stays."));
    }

    private Answer drop(Call call) throws InterruptedException {
        Work work = rebuilds.drop(call.caller(), call.required("view"), version(call));
        return all(call, Optional.of(begun(work)));
    }

    private Answer switchTo(Call call) throws InterruptedException {
        boolean served = rebuilds.switchTo(call.caller(), call.required("view"), version(call));
        return all(call, Optional.of(served(name(call), served)));
    }

    private Answer rollBack(Call call) throws InterruptedException {
        boolean served = rebuilds.rollBack(call.caller(), call.required("view"));
        return all(call, Optional.of(served("The version before", served)));
    }

    private static String served(String which, boolean served) {
        return served
                ? which + " is served from now on."
                : which + " has not caught up in time; what was served is served on. It is built on meanwhile.";
    }

    private static long version(Call call) {
        return call.number("version", 0, Integer.MAX_VALUE, 0);
    }

    private static String name(Call call) {
        return "Version " + version(call) + " of " + Visible.name(call.required("view"));
    }
}
