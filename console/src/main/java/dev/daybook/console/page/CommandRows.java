package dev.daybook.console.page;

import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.ShownEvent;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.web.Call;
import dev.daybook.core.journal.Journal;
import java.time.Instant;
import java.util.List;

/** The commands of a journal, as an aggregate's page shows them. */
final class CommandRows {

    private static final String OUTCOME = "journal";
    private static final String WHY = "journal.detail";
    private static final int MOST = 50;

    private final Readers readers;

    CommandRows(Readers readers) {
        this.readers = readers;
    }

    List<AggregateModel.CommandRow> of(Call call, String aggregateId, Sight sight, Instant now) {
        EventPage commands = readers.events().journal(Journal.queryOf(aggregateId), Long.MAX_VALUE, MOST, sight);
        return commands.events().stream()
                .map(command -> row(command, call.base(), now))
                .toList();
    }

    private static AggregateModel.CommandRow row(ShownEvent command, String base, Instant now) {
        EventRow row = EventRow.of(command, base, now);
        String outcome = command.event().tags().stream()
                .filter(tag -> tag.key().equals(OUTCOME))
                .map(tag -> tag.value().replace('_', ' '))
                .findFirst()
                .orElse("unknown");
        return new AggregateModel.CommandRow(
                row.permalink(),
                row.happened(),
                row.type().text(),
                row.actor().map(Link::text).orElse(""),
                row.description(),
                outcome,
                Visible.prose(row.entries().getOrDefault(WHY, "")));
    }
}
