package dev.daybook.examples.demo.story;

import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Table;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditEntry;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One order from its placing on: what happened, what it was at two moments of the past, and what it is. */
final class OrderChapter {

    private final Terminal terminal;
    private final AuditTrail trail;
    private final Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders;

    OrderChapter(
            Terminal terminal,
            AuditTrail trail,
            Repository<OrderCommand, OrderState, OrderEvent, OrderRejection> orders) {
        this.terminal = terminal;
        this.trail = trail;
        this.orders = orders;
    }

    void tell(String id) {
        List<AuditEntry> history;
        try (Stream<AuditEntry> entries = trail.replay(id)) {
            history = entries.toList();
        }
        terminal.heading("One order: " + id);
        history(history);
        terminal.heading("The same order in the past");
        past(id, history);
    }

    private void history(List<AuditEntry> history) {
        Table table = new Table(">#", "when (UTC)", "what happened", "who");
        for (AuditEntry entry : history) {
            table.row(
                    Long.toString(entry.event().sequence()),
                    Times.day(entry.event().timestamp()) + " "
                            + Times.clock(entry.event().timestamp()),
                    entry.description(),
                    terminal.styled(Style.CYAN, entry.event().metadata().actor().orElse("")));
        }
        table.print(terminal);
    }

    private void past(String id, List<AuditEntry> history) {
        Instant placed = history.getFirst().event().timestamp();
        Instant halfway = history.get(history.size() / 2).event().timestamp();
        Map<String, String> first = Components.of(orders.asOf(id, placed).state());
        Map<String, String> second = Components.of(orders.asOf(id, halfway).state());
        Map<String, String> now = Components.of(orders.load(id).state());
        Table table = new Table("", Times.clock(placed), Times.clock(halfway), "now");
        now.forEach((name, value) -> {
            String before = first.getOrDefault(name, "");
            String between = second.getOrDefault(name, "");
            table.row(name, before, changed(before, between), changed(between, value));
        });
        table.print(terminal);
    }

    private String changed(String before, String after) {
        return before.equals(after)
                ? terminal.styled(Style.DIM, after)
                : terminal.styled(Style.YELLOW, terminal.arrow() + " " + after);
    }
}
