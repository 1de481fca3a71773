package dev.daybook.console.rebuild;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.ViewReader;
import dev.daybook.console.reading.ViewReader.KeyDifference;
import dev.daybook.console.security.Caller;
import dev.daybook.console.web.Problem;
import dev.daybook.core.projection.Versions;
import java.time.Duration;
import java.util.List;

/**
 * What operators do with views, by the API and by the page alike: what the console was not given is a problem, all else is recorded and
 * then done.
 */
public final class Rebuilds {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ViewReader views;
    private final Actions actions;

    public Rebuilds(ViewReader views, Actions actions) {
        this.views = views;
        this.actions = actions;
    }

    /** Compares a view with the log: the keys that differ. */
    public List<String> verify(Caller caller, String view) {
        if (!views.isView(view)) {
            throw Problem.notFound("this console was given no view " + view);
        }
        actions.record(caller, new ConsoleEvent.ConsoleViewVerified(view));
        return views.verify(view);
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

    /** Removes its rows for good. */
    public void drop(Caller caller, String view, long number) {
        Versions<?> versions = versions(view, number);
        actions.record(caller, new ConsoleEvent.ConsoleViewDropped(view, (int) number));
        done(() -> versions.drop((int) number));
    }

    /** The first keys that two versions have different states of. */
    public List<KeyDifference> compare(String view, long one, long other, int limit, Sight sight) {
        Versions<?> versions = versions(view, one);
        versions(view, other);
        return views.compare(versions, (int) one, (int) other, limit, sight);
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
}
