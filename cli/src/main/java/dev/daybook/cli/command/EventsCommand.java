package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.export.ExportWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists events. */
@Command(
        name = "events",
        header = "list events, with filters; -f follows those to come",
        description = {
            "Lists events, the oldest first: as a table in a terminal, as JSON, one event a line, in a pipe or file.",
            "With --follow it shows the last ones and goes on with those to come, until it is ended with Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook events sqlite:daybook.db --type order_placed --from -2h",
            "  daybook events sqlite:daybook.db --format table | less -S",
            "  daybook events sqlite:daybook.db --actor alice | jq .payload.quantity",
            "  daybook events -f sqlite:daybook.db --tag course:c1"
        })
final class EventsCommand extends LogCommand {

    private static final int LAST_ONES = 10;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most so many; with --follow, how many of those that are there are shown first, up to 1000"
                    + " (default: 10, or all behind --from).")
    private @Nullable Integer limit;

    @Option(
            names = {"-r", "--reverse"},
            description = "The newest first.")
    private boolean reverse;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with the events to come.")
    private boolean follow;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: table in a terminal, ndjson elsewhere).")
    private @Nullable EventFormat format;

    EventsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        AuditFilter events = filter.filter();
        check();
        EventFormat chosen = EventFormat.usual(format, terminal());
        if (follow) {
            return new Following(log, terminal(), chosen, events).run(first());
        }
        events = reverse ? events.newestFirst() : events.oldestFirst();
        if (list(log, events, chosen) == 0 && chosen == EventFormat.TABLE) {
            terminal().row("no event matches");
        }
        return CommandLines.DONE;
    }

    private long list(OpenLog log, AuditFilter events, EventFormat chosen) {
        try (ExportWriter writer = chosen.writer(terminal())) {
            // A filter knows 0 as all.
            return limit != null && limit == 0
                    ? 0
                    : log.audit().export(events.limit(limit == null ? 0 : limit), writer);
        }
    }

    private void check() {
        if (limit != null && (limit < 0 || (follow && limit > AuditFilter.MOST_PER_PAGE))) {
            throw filter.misunderstood("--limit " + limit + " is not within 0 and "
                    + (follow ? AuditFilter.MOST_PER_PAGE : Integer.MAX_VALUE));
        }
        if (follow && reverse) {
            throw filter.misunderstood("--follow and --reverse exclude each other: what is to come, comes last");
        }
        if (follow && format == EventFormat.JSON) {
            throw filter.misunderstood("--follow never ends, and an array of JSON would have to; use --format ndjson");
        }
    }

    /** How many of those that are there are shown first, -1 for all. */
    private int first() {
        if (limit != null) {
            return limit;
        }
        return filter.hasBeginning() ? -1 : LAST_ONES;
    }
}
