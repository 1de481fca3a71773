package dev.daybook.console.page;

import dev.daybook.console.difference.Change;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A difference as it is read.
 *
 * @param path where
 * @param before what was there
 * @param after what is there
 * @param mark {@code changed}, {@code added} or {@code removed}
 */
public record Changed(String path, String before, String after, String mark) {

    private static final int MOST = 200;

    static List<Changed> of(List<Change> changes) {
        return changes.stream().limit(MOST).map(Changed::of).toList();
    }

    private static Changed of(Change change) {
        String mark = change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed";
        return new Changed(
                words(change.path()),
                change.before().map(StateTree::text).orElse(""),
                change.after().map(StateTree::text).orElse(""),
                mark);
    }

    private static String words(String path) {
        if (path.isEmpty()) {
            return "everything";
        }
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(name -> Visible.name(name.replace("~1", "/").replace("~0", "~")))
                .collect(Collectors.joining(" › "));
    }
}
