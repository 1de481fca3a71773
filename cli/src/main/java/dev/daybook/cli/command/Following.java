package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.audit.AuditEntry;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.export.ExportWriter;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Shows events as they come. It only reads: the log does not know of it. */
final class Following {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final OpenLog log;
    private final Terminal terminal;
    private final EventFormat format;
    private final AuditFilter filter;
    private final Predicate<StoredEvent> wanted;

    Following(OpenLog log, Terminal terminal, EventFormat format, AuditFilter filter) {
        this.log = log;
        this.terminal = terminal;
        this.format = format;
        this.filter = filter;
        this.wanted = filter.matcher(UnaryOperator.identity());
    }

    /** Until the thread is interrupted, or the reader of the output is gone. Begins with so many that are there, -1 for all. */
    int run(int first) {
        long position = log.log().head();
        try (FlushingWriter writer = new FlushingWriter()) {
            if (first < 0) {
                copy(writer, 0, position);
            } else if (first > 0) {
                last(first, position).forEach(writer::write);
            }
            writer.flush();
            while (true) {
                if (log.log().awaitBeyond(position, AT_MOST)) {
                    long head = log.log().head();
                    copy(writer, position, head);
                    writer.flush();
                    position = head;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandLines.DONE;
        }
    }

    private List<StoredEvent> last(int count, long upTo) {
        return log.audit().find(filter.newestFirst().limit(count)).entries().reversed().stream()
                .map(AuditEntry::event)
                .filter(event -> event.position() <= upTo)
                .toList();
    }

    private void copy(ExportWriter writer, long after, long upTo) {
        Range range = Range.all().after(after).upTo(upTo).happened(filter.happened());
        try (EventCursor events = log.log().read(Query.of(filter.criteria()), range)) {
            while (events.hasNext()) {
                StoredEvent event = events.next();
                if (wanted.test(event)) {
                    writer.write(event);
                }
            }
        }
    }

    /** A line is seen when it is written, whatever the format buffers: each batch has a writer of its own below the table's. */
    private final class FlushingWriter implements ExportWriter {

        private final EventTable table = new EventTable(terminal);
        private ExportWriter batch = open();

        @Override
        public void write(StoredEvent event) {
            batch.write(event);
        }

        void flush() {
            batch.close();
            terminal.flush();
            batch = open();
        }

        private ExportWriter open() {
            return format == EventFormat.TABLE ? table : format.writer(terminal);
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
