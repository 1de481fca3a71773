package dev.daybook.examples.demo.story;

import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.Daybook;
import dev.daybook.examples.demo.plan.DeskPlan;
import dev.daybook.examples.desk.catalog.DeskRepositories;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;

/** All chapters, in their order. */
public final class Story {

    private final Terminal terminal;
    private final Path file;
    private final DeskPlan plan;
    private final Storage storage;
    private final Daybook daybook;

    /** Of a log that holds the whole plan. */
    public Story(Terminal terminal, Path file, DeskPlan plan, Storage storage, Daybook daybook) {
        this.terminal = terminal;
        this.file = file;
        this.plan = plan;
        this.storage = storage;
        this.daybook = daybook;
    }

    /** Tells it. */
    public void tell() {
        DeskRepositories desk = DeskRepositories.on(daybook);
        new OrderChapter(terminal, daybook.auditTrail(), desk.orders()).tell(plan.orderToTell());
        new RejectionChapter(terminal, storage.log(), desk).tell(plan.orderToTell(), DeskPlan.BUSY_WALLET);
        new StatisticsChapter(terminal, storage.log(), daybook.auditTrail()).tell();
        new ReplayChapter(terminal, daybook.auditTrail(), desk.wallets()).tell(DeskPlan.BUSY_WALLET);
        new ExportChapter(terminal, daybook.auditTrail()).tell(file);
    }
}
