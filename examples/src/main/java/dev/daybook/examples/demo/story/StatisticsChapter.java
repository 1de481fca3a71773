package dev.daybook.examples.demo.story;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Table;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditTrail;
import dev.daybook.core.audit.Statistics;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The log in figures. */
final class StatisticsChapter {

    private static final int BAR = 30;

    private final Terminal terminal;
    private final EventLog log;
    private final AuditTrail trail;

    StatisticsChapter(Terminal terminal, EventLog log, AuditTrail trail) {
        this.terminal = terminal;
        this.log = log;
        this.trail = trail;
    }

    void tell() {
        Statistics statistics = trail.statistics();
        terminal.heading("The log in figures");
        terminal.line("  %s events of %d types over %s aggregates, %d snapshots"
                .formatted(
                        Figures.count(statistics.events()),
                        statistics.perType().size(),
                        Figures.count(aggregates()),
                        statistics.snapshots().count()));
        terminal.line();
        Table types = new Table("type", ">events", "");
        statistics
                .perType()
                .forEach((type, count) ->
                        row(types, type, count, statistics.perType().values()));
        types.print(terminal);
        terminal.line();
        Table days = new Table("day", ">events", "");
        statistics
                .perDay()
                .forEach((day, count) ->
                        row(days, day.toString(), count, statistics.perDay().values()));
        days.print(terminal);
        terminal.line();
        Table hours = new Table("hour (UTC)", ">events", "");
        for (int hour = 0; hour < statistics.perHourOfDay().size(); hour++) {
            long count = statistics.perHourOfDay().get(hour);
            if (count > 0) {
                row(hours, LocalTime.of(hour, 0).toString(), count, statistics.perHourOfDay());
            }
        }
        hours.print(terminal);
    }

    private void row(Table table, String name, long count, Collection<Long> all) {
        long greatest = all.stream().mapToLong(Long::longValue).max().orElse(0);
        table.row(name, Figures.count(count), terminal.styled(Style.CYAN, terminal.bar(count, greatest, BAR)));
    }

    private long aggregates() {
        Set<String> ids = new HashSet<>();
        try (EventCursor events = log.read(Query.all(), Range.all())) {
            events.forEachRemaining(event -> ids.add(event.aggregateId()));
        }
        return ids.size();
    }
}
