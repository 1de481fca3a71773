package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether everybody gives back what it was given: otherwise there is no sense in how fast. */
final class Check {

    private static final int EVENTS = 250;

    private Check() {}

    static void run(Engine engine, List<PeerProvider> providers, SideReport report) throws Exception {
        try (Contenders contenders = Contenders.open(engine, providers, "checks", true)) {
            for (Map.Entry<String, Peer> entry : contenders.peers().entrySet()) {
                check(entry.getKey(), entry.getValue());
                report.note("%s gives back what it was given".formatted(entry.getKey()));
            }
        }
    }

    static void check(String name, Peer peer) throws Exception {
        List<BookEvent> first = Writers.trades(0, EVENTS);
        List<BookEvent> second = Writers.trades(EVENTS, 1);
        List<BookEvent> other = Writers.trades(EVENTS + 1, 2);
        peer.append("book_1", 1, first);
        peer.append("book_2", 1, other);
        peer.append("book_1", EVENTS + 1, second);
        List<BookEvent> ofOne = new ArrayList<>(first);
        ofOne.addAll(second);
        expect(name, "the aggregate", ofOne, peer.replay("book_1", List.of(), Check::plus));
        List<BookEvent> ofAll = new ArrayList<>(first);
        ofAll.addAll(other);
        ofAll.addAll(second);
        List<BookEvent> found = new ArrayList<>();
        peer.readAll(found::add);
        expect(name, "the log", ofAll, found);
    }

    private static List<BookEvent> plus(List<BookEvent> events, BookEvent event) {
        List<BookEvent> more = new ArrayList<>(events);
        more.add(event);
        return more;
    }

    private static void expect(String name, String what, List<BookEvent> expected, List<BookEvent> found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("%s gives back another history of %s: %d events were stored, %d came back"
                    .formatted(name, what, expected.size(), found.size()));
        }
    }
}
