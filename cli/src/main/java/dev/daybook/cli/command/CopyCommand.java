package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Progress;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.transfer.CopyReport;
import dev.daybook.core.transfer.LogCopy;
import dev.daybook.ports.storage.Storage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a whole log from one engine to another. */
@Command(
        name = "copy",
        header = "copy a log between any two engines, and compare digests",
        description = {
            "Copies a whole log into another, whatever the engines, positions and times of recording included, and compares the"
                    + " digests of both sides at the end. Snapshots are not copied: they are taken anew where they are of use.",
            "A copy that was broken off is run again, and goes on behind what is there. A target with other events is refused."
        },
        footerHeading = "%nExample:%n",
        footer = {"  daybook copy sqlite:daybook.db postgresql://user:password@host/database"})
final class CopyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FROM-URL", description = "The log to copy, such as sqlite:daybook.db.")
    private String from = "";

    @Parameters(
            index = "1",
            paramLabel = "TO-URL",
            description =
                    "Where to, such as postgresql://user:password@host/database; empty, or the beginning of a copy.")
    private String to = "";

    CopyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Storage source = new LogUrl(from).openReadOnly();
                Storage target = new LogUrl(to).open()) {
            long started = System.nanoTime();
            long head = source.log().head();
            CopyReport report;
            try (Progress progress = terminal.progress("copying and verifying", 2 * head)) {
                report = new LogCopy(source, target, progress::add).upTo(head);
            }
            print(source, target, report, System.nanoTime() - started);
        }
        return 0;
    }

    private void print(Storage source, Storage target, CopyReport report, long nanos) {
        terminal.line("%s %s %s %s"
                .formatted(terminal.styled(Style.BOLD, "Copied"), name(source), terminal.arrow(), name(target)));
        terminal.line("  %s events copied, %s events/s with the comparison"
                .formatted(Figures.count(report.copied()), Figures.rate(report.present() + report.copied(), nanos)));
        if (report.present() > 0) {
            terminal.line("  %s events were there from an earlier run".formatted(Figures.count(report.present())));
        }
        terminal.line("  %s one digest on both sides, up to position %s: %s"
                .formatted(terminal.good(), Figures.count(report.position()), report.digest()));
    }

    private String name(Storage storage) {
        return terminal.styled(Style.CYAN, storage.description().location()) + " ("
                + storage.description().engine() + ")";
    }
}
