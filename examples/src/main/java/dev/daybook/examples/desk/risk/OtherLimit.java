package dev.daybook.examples.desk.risk;

import dev.daybook.core.Daybook;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.journal.JournalEntry;
import dev.daybook.core.journal.Outcome;
import dev.daybook.core.journal.WhatIf;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.order.OrderCommand;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.order.OrderRejection;
import dev.daybook.examples.desk.order.OrderState;
import dev.daybook.ports.log.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a recorded day would have been under another risk limit: each command is decided anew on the state that its order had then. Nothing
 * is written.
 */
public final class OtherLimit {

    private OtherLimit() {}

    /** The commands that would be answered otherwise, the first of the day first, four lines each; none if the limit changes nothing. */
    public static List<String> report(Daybook daybook, Journal<OrderCommand> journal, Range day, BigDecimal limit) {
        List<String> lines = new ArrayList<>();
        for (WhatIf.Difference<OrderCommand, OrderState, OrderEvent, OrderRejection> difference :
                daybook.whatIf(new LimitedOrder(limit), journal).run(day)) {
            JournalEntry<OrderCommand> asked = difference.entry();
            lines.add("%s, %s: %s".formatted(asked.aggregateId(), asked.timestamp(), asked.command()));
            lines.add("  was:   " + answer(asked, difference.events()));
            lines.add("  would: " + difference.answer().fold(OrderRejection::describe, OtherLimit::text));
            lines.add("  state: %s, would be %s".formatted(difference.after(), difference.afterAnswer()));
        }
        return lines;
    }

    private static String answer(JournalEntry<OrderCommand> asked, List<OrderEvent> events) {
        return asked.outcome() == Outcome.REJECTED ? "rejected, " + asked.detail() : text(events);
    }

    private static String text(List<OrderEvent> events) {
        return events.stream().map(DeskEvent::describe).collect(Collectors.joining("; "));
    }
}
