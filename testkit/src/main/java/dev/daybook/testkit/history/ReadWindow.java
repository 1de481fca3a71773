package dev.daybook.testkit.history;

import dev.daybook.ports.event.StoredEvent;
import java.util.List;

/** Of which lengths of the log a read's answer is the right one. */
final class ReadWindow {

    private final List<StoredEvent> matches;
    private final Operation.Read read;

    private ReadWindow(LogOrder order, Operation.Read read) {
        this.matches = order.matches(read.query(), read.range());
        this.read = read;
    }

    static Window of(LogOrder order, Operation.Read read) {
        ReadWindow window = new ReadWindow(order, read);
        return read.range().isForwards() ? window.forwards() : window.backwards();
    }

    private Window forwards() {
        int count = read.found().size();
        if (count > matches.size() || !read.found().equals(matches.subList(0, count))) {
            throw wrong(matches.subList(0, Math.min(count, matches.size())));
        }
        // A read that has come to its limit does not tell how the log goes on.
        return count == read.range().limit()
                ? Window.from(count == 0 ? 0 : matches.get(count - 1).position())
                : until(count);
    }

    private Window backwards() {
        if (read.range().limit() == 0 && read.found().isEmpty()) {
            return Window.ANY;
        }
        int count = read.found().isEmpty() ? 0 : matches.indexOf(read.found().getFirst()) + 1;
        int first = (int) Math.max(0, count - read.range().limit());
        List<StoredEvent> expected = matches.subList(first, count).reversed();
        if (!read.found().equals(expected)) {
            throw wrong(expected);
        }
        return until(count);
    }

    /** While so many of the matching events are there. */
    private Window until(int count) {
        return new Window(
                count == 0 ? 0 : matches.get(count - 1).position(),
                count == matches.size() ? Long.MAX_VALUE : matches.get(count).position() - 1);
    }

    private Unexplained wrong(List<StoredEvent> expected) {
        return new Unexplained("has read what the log never was: found " + Telling.positions(read.found())
                + ", where the order has " + Telling.positions(expected));
    }
}
