package dev.daybook.console.rebuild;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.ViewReader;
import dev.daybook.console.reading.ViewReader.KeyDifference;
import dev.daybook.console.rebuild.Work.Task;
import dev.daybook.console.security.Caller;
import dev.daybook.console.web.Problem;
import dev.daybook.core.projection.Versions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with views, by the API and by the page alike: what the console was not given is a problem, all else is recorded and
 * then done.
 */
public final class Rebuilds implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What takes no longer is answered at once. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final ViewReader views;
    private final Actions actions;

    /** The last work on each view. */
    private final Map<String, Work> works = new ConcurrentHashMap<>();

    public Rebuilds(ViewReader views, Actions actions) {
        this.views = views;
        this.actions = actions;
    }

    /** Compares the version of a view that is served with the log: what has become of it soon. */
    public Work verify(Caller caller, String view) throws InterruptedException {
        requireView(view);
        int served = views.served(view);
        return begun(
                caller,
                new Work(view, new Task.Verify(served)),
                new ConsoleEvent.ConsoleViewVerified(view),
                progress -> views.verify(view, served, progress));
    }

    /** Compares two versions of a view, likewise. */
    public Work compare(Caller caller, String view, long one, long other) throws InterruptedException {
        Versions<?> versions = versions(view, one);
        versions(view, other);
        return begun(
                caller,
                new Work(view, new Task.Compare((int) one, (int) other)),
                new ConsoleEvent.ConsoleViewsCompared(view, (int) one, (int) other),
                progress -> versions.compare((int) one, (int) other, Work.MOST_KEPT + 1, progress));
    }

    private Work begun(Caller caller, Work work, ConsoleEvent event, Work.Doing doing) throws InterruptedException {
        requireRest(works.get(work.view()));
        actions.record(caller, event);
        works.compute(work.view(), (view, before) -> {
            requireRest(before);
            return work;
        });
        work.begin(doing);
        work.await(SOON);
        return work;
    }

    private void requireView(String view) {
        if (!views.isView(view)) {
            throw Problem.notFound("this console was given no view " + view);
        }
    }

    private static void requireRest(@Nullable Work work) {
        if (work != null && work.isRunning()) {
            throw notDone("the view " + work.view() + " is being " + done(work.task()) + " since " + work.startedAt()
                    + "; wait until that has ended, or cancel it");
        }
    }

    private static String done(Task task) {
        return switch (task) {
            case Task.Verify verify -> "compared with the log";
            case Task.Compare compare -> "compared with itself";
            case Task.Drop drop -> "dropped in version " + drop.version();
        };
    }

    /** Ends the work on a view. */
    public Work cancelWork(Caller caller, String view) {
        requireView(view);
        Work work = works.get(view);
        if (work == null || !work.isRunning()) {
            throw notDone("the view " + view + " is neither being compared nor dropped; there is nothing to cancel");
        }
        actions.record(caller, new ConsoleEvent.ConsoleViewWorkCancelled(view));
        if (!work.cancel()) {
            throw notDone("the work on the view " + view
                    + " has ended meanwhile; the projections tell what has become of it");
        }
        return work;
    }

    /** The last work on each view, until other work is begun. */
    public List<Work> works() {
        return works.values().stream().sorted(Comparator.comparing(Work::view)).toList();
    }

    /** What two versions were last found to differ in; the first of the keys. */
    public List<KeyDifference> differences(String view, long one, long other, int limit, Sight sight) {
        versions(view, one);
        versions(view, other);
        Work work = works.get(view);
        if (work == null || !work.task().equals(new Task.Compare((int) one, (int) other))) {
            throw Problem.notFound("version " + one + " of the view " + view + " was not compared with version " + other
                    + " by this console, or something else since then; have them compared first");
        }
        return switch (work.outcome()) {
            case Work.Outcome.Done done ->
                done.differences().stream()
                        .limit(limit)
                        .map(difference -> views.shown(difference, sight))
                        .toList();
            case Work.Outcome.Running running ->
                throw notDone("the view " + view + " is still being compared; the projections tell how far that is");
            case Work.Outcome.Cancelled cancelled ->
                throw notDone("the comparison of the view " + view + " was cancelled; have it compared again");
            case Work.Outcome.Failed failed ->
                throw notDone("the view " + view + " could not be compared; the projections tell why");
        };
    }

    /** Builds a version beside the one that is served, from where it was left. */
    public void build(Caller caller, String view, long number) {
        Versions<?> versions = versions(view, number);
        actions.record(caller, new ConsoleEvent.ConsoleViewRebuildStarted(view, (int) number));
        done(() -> versions.build((int) number));
    }

    /** Builds it no further. */
    public void cancel(Caller caller, String view, long number) {
        Versions<?> versions = versions(view, number);
        actions.record(caller, new ConsoleEvent.ConsoleViewRebuildCancelled(view, (int) number));
        done(() -> versions.cancel((int) number));
    }

    /** Removes its rows for good: what has become of that soon. */
    public Work drop(Caller caller, String view, long number) throws InterruptedException {
        Versions<?> versions = versions(view, number);
        if (versions.served() == number) {
            throw notDone("the view " + view + " is served from version " + number + "; switch to another first");
        }
        Work work = begun(
                caller,
                new Work(view, new Task.Drop((int) number)),
                new ConsoleEvent.ConsoleViewDropped(view, (int) number),
                progress -> {
                    versions.drop((int) number, progress);
                    return List.of();
                });
        if (work.outcome() instanceof Work.Outcome.Failed) {
            throw notDone("version " + number + " of the view " + view
                    + " could not be dropped; the projections tell why, and it can be dropped again");
        }
        return work;
    }

    /** Serves another version as soon as it has caught up; false if it has not in time. */
    public boolean switchTo(Caller caller, String view, long number) throws InterruptedException {
        Versions<?> versions = versions(view, number);
        actions.record(caller, new ConsoleEvent.ConsoleViewSwitched(view, (int) number));
        return served(versions, (int) number);
    }

    /** Serves the version again that was served before, likewise; it is kept on if it was not any more. */
    public boolean rollBack(Caller caller, String view) throws InterruptedException {
        Versions<?> versions = views.versions(view)
                .orElseThrow(() -> Problem.notFound("this console was given no versions of a view " + view));
        int before = versions.before()
                .orElseThrow(() -> notDone("the view " + view + " was never switched; there is nothing to go back to"));
        actions.record(caller, new ConsoleEvent.ConsoleViewRolledBack(view, before));
        return served(versions, before);
    }

    private static boolean served(Versions<?> versions, int number) throws InterruptedException {
        done(() -> versions.build(number));
        try {
            return versions.switchTo(number, PATIENCE);
        } catch (IllegalStateException refused) {
            throw notDone(String.valueOf(refused.getMessage()));
        }
    }

    private Versions<?> versions(String view, long number) {
        return views.versions(view)
                .filter(versions -> number == (int) number && versions.numbers().contains((int) number))
                .orElseThrow(
                        () -> Problem.notFound("this console was given no version " + number + " of a view " + view));
    }

    private static void done(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException refused) {
            throw notDone(String.valueOf(refused.getMessage()));
        }
    }

    private static Problem notDone(String why) {
        return new Problem(409, "not-done", why);
    }

    /** Ends all work. */
    @Override
    public void close() {
        works.values().forEach(Work::cancel);
        try {
            for (Work work : works.values()) {
                work.await(LAST_STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
