package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.core.projection.Projection;
import dev.daybook.core.projection.Recorded;
import java.util.Optional;
import java.util.function.Function;

/** What books, or what else trades are put together by, come to. */
record BookView(String name, int version, Function<Recorded<BookEvent>, String> by)
        implements Projection<Book.Totals, BookEvent> {

    private static final Book BOOK = new Book(1);

    static BookView perBook(String name, int version) {
        return new BookView(name, version, Recorded::aggregateId);
    }

    @Override
    public Class<BookEvent> eventClass() {
        return BookEvent.class;
    }

    @Override
    public Class<Book.Totals> stateClass() {
        return Book.Totals.class;
    }

    @Override
    public Book.Totals initial() {
        return BOOK.initial();
    }

    @Override
    public Optional<String> key(Recorded<BookEvent> event) {
        return Optional.of(by.apply(event));
    }

    @Override
    public Book.Totals apply(Book.Totals state, Recorded<BookEvent> event) {
        return BOOK.apply(state, event.event());
    }
}
