package dev.daybook.examples.demo.story;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.desk.catalog.DeskRepositories;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import dev.daybook.examples.desk.wallet.WalletCommand.ChangeBalance;
import dev.daybook.ports.log.EventLog;
import java.math.BigDecimal;

/** Commands that are refused: the answer is a value that says why, and the log stays as it is. */
final class RejectionChapter {

    private static final Context INTRUDER = Context.by("mallory");

    private final Terminal terminal;
    private final EventLog log;
    private final DeskRepositories desk;

    RejectionChapter(Terminal terminal, EventLog log, DeskRepositories desk) {
        this.terminal = terminal;
        this.log = log;
        this.desk = desk;
    }

    void tell(String order, String wallet) {
        long before = log.head();
        terminal.heading("Commands that are refused");
        FillOrder fill = new FillOrder("trade_late_1", BigDecimal.TEN, BigDecimal.ONE);
        show(order, "fill 10 more", desk.orders().execute(order, fill, INTRUDER));
        ChangeBalance withdrawal = new ChangeBalance("USD", new BigDecimal("-1000000.00"), "withdrawal");
        show(wallet, "take out 1000000.00 USD", desk.wallets().execute(wallet, withdrawal, INTRUDER));
        terminal.line("  the log has %s events as before".formatted(Figures.count(before)));
        if (log.head() != before) {
            throw new IllegalStateException("a refused command has left something in the log");
        }
    }

    private void show(String id, String asked, ExecuteResult<?, ?, ? extends Rejection> result) {
        if (result instanceof ExecuteResult.Rejected<?, ?, ? extends Rejection>(Rejection reason)) {
            terminal.line("  %s %s, %s: %s"
                    .formatted(terminal.bad(), terminal.styled(Style.CYAN, id), asked, reason.describe()));
        } else {
            throw new IllegalStateException(id + " took a command it has to refuse: " + result);
        }
    }
}
