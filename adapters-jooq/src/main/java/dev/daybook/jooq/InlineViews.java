package dev.daybook.jooq;

import dev.daybook.ports.view.InlineFold;
import dev.daybook.ports.view.InlineView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The views that this process keeps inline. */
final class InlineViews {

    private final InlineSql sql;
    private final InlineMemory memory = new InlineMemory();
    private volatile List<InlineFold> folds = List.of();

    InlineViews(InlineSql sql) {
        this.sql = sql;
    }

    /** What the leader's group does with them. */
    InlineGroup group(Session session, Lookup lookup, long head, Instant now) {
        return new InlineGroup(folds, memory, sql, session, lookup, head, now);
    }

    /** What somebody else's transaction does with them, of which nothing is remembered: it may be rolled back. */
    InlineGroup groupOfItsOwn(Session session, Lookup lookup, long head, Instant now) {
        return new InlineGroup(folds, new InlineMemory(), sql, session, lookup, head, now);
    }

    void forget() {
        memory.forget();
    }

    /**
     * Brings a view up to the log's end, a page at a time so that others get in between, and keeps it then. What was appended just before
     * is folded once more behind that, when it can be missed no longer.
     */
    InlineView keep(InlineFold fold, GroupCommit commits) {
        sql.checkName(fold.name());
        requireNew(folds, fold);
        boolean more = commits.submit(new CatchUpRequest(group -> group.begin(fold)));
        while (more) {
            more = commits.submit(new CatchUpRequest(group -> group.step(fold)));
        }
        add(fold);
        Kept kept = new Kept(fold, commits);
        try {
            kept.catchUp();
            return kept;
        } catch (RuntimeException | Error e) {
            kept.close();
            throw e;
        }
    }

    private synchronized void add(InlineFold fold) {
        requireNew(folds, fold);
        folds = Stream.concat(folds.stream(), Stream.of(fold)).toList();
    }

    private synchronized void remove(InlineFold fold) {
        folds = folds.stream().filter(kept -> !kept.equals(fold)).toList();
    }

    private static void requireNew(List<InlineFold> folds, InlineFold fold) {
        if (folds.stream().anyMatch(kept -> kept.name().equals(fold.name()))) {
            throw new IllegalStateException(
                    "the view " + fold.name() + " is kept inline already; keep it once, or close what keeps it");
        }
    }

    private final class Kept implements InlineView {

        private final InlineFold fold;
        private final GroupCommit commits;

        Kept(InlineFold fold, GroupCommit commits) {
            this.fold = fold;
            this.commits = commits;
        }

        @Override
        public void catchUp() {
            commits.submit(new CatchUpRequest(group -> {
                group.catchUp();
                return false;
            }));
        }

        @Override
        public void close() {
            remove(fold);
        }
    }
}
