package dev.daybook.console.page;

import dev.daybook.console.reading.Sight;
import dev.daybook.console.rebuild.Work;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Call;
import java.time.Instant;
import java.util.stream.Collectors;

/** How long work on a view goes on, or what has become of it, in words. */
final class WorkWords {

    private static final int MOST_NAMED = 10;

    private WorkWords() {}

    static ProjectionsModel.WorkLine line(Call call, Work work, Sight sight, Instant now) {
        Work.Outcome outcome = work.outcome();
        String told =
                switch (outcome) {
                    case Work.Outcome.Running running -> progress(work);
                    case Work.Outcome.Done done -> found(work, done, call.may(Role.OPERATOR));
                    case Work.Outcome.Cancelled cancelled -> "was cancelled.";
                    case Work.Outcome.Failed failed -> "failed: " + Visible.prose(sight.error(failed.error()));
                };
        String found =
                outcome instanceof Work.Outcome.Done && work.task() instanceof Work.Task.Compare(int one, int other)
                        ? ProjectionsPage.differences(call, work.view(), one, other)
                        : "";
        return new ProjectionsModel.WorkLine(
                name(work.task()) + ", begun " + Time.of(work.startedAt(), now).ago() + ": " + told,
                outcome instanceof Work.Outcome.Running,
                work.position(),
                work.upTo(),
                found);
    }

    private static String name(Work.Task task) {
        return switch (task) {
            case Work.Task.Verify verify -> "Comparison with the log";
            case Work.Task.Compare compare -> "Comparison with version " + compare.one();
            case Work.Task.Drop drop -> "Removal of its rows";
        };
    }

    private static String progress(Work work) {
        String keys = Numbers.grouped(work.keys())
                + (work.task() instanceof Work.Task.Drop ? " rows removed" : " keys compared");
        return work.task() instanceof Work.Task.Verify && work.keys() == 0
                ? "folded up to " + Numbers.grouped(work.position()) + " of " + Numbers.grouped(work.upTo())
                : keys;
    }

    private static String found(Work work, Work.Outcome.Done done, boolean named) {
        int count = done.differences().size();
        if (work.task() instanceof Work.Task.Drop || count == 0) {
            return work.task() instanceof Work.Task.Drop ? "all are removed." : "no key differs.";
        }
        String differ = (done.isAll() ? "" : "more than ")
                + Numbers.grouped(count)
                + (count == 1 ? " key differs" : " keys differ");
        return named
                ? differ + ": "
                        + done.differences().stream()
                                .limit(MOST_NAMED)
                                .map(difference -> Visible.name(difference.key()))
                                .collect(Collectors.joining(", "))
                        + (count > MOST_NAMED ? " ..." : "")
                : differ + ".";
    }
}
