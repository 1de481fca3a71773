package dev.daybook.examples.boundary;

import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Fact;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Query;
import io.vavr.control.Either;
import java.util.List;

/** The invoices of a series are numbered 1, 2, 3 and so on, without a gap, as the law of many countries asks. */
public final class Invoices implements Boundary<Invoices.Issue, Long, Invoices.InvoiceIssued, Invoices.Never> {

    /** Somebody is to pay. */
    public record Issue(String series, String customer) {}

    /** Somebody was sent an invoice. */
    public record InvoiceIssued(String series, long number, String customer) {}

    /** There is no reason to refuse one. */
    public enum Never {}

    @Override
    public Class<InvoiceIssued> eventClass() {
        return InvoiceIssued.class;
    }

    @Override
    public Query query(Issue command) {
        return Query.tags(series(command));
    }

    private static Tag series(Issue command) {
        return Tag.of("invoice_series", command.series());
    }

    @Override
    public Long initial(Issue command) {
        return 0L;
    }

    @Override
    public Long apply(Long last, InvoiceIssued event) {
        return event.number();
    }

    @Override
    public Either<Never, List<Fact<InvoiceIssued>>> decide(Long last, Issue command) {
        InvoiceIssued event = new InvoiceIssued(command.series(), last + 1, command.customer());
        return Either.right(
                List.of(Fact.of("invoice_" + command.series() + "_" + event.number(), event, series(command))));
    }
}
