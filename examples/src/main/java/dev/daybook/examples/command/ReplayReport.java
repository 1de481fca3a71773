package dev.daybook.examples.command;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Table;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.message.MessageType;
import dev.daybook.examples.exchange.proof.Outcomes;
import dev.daybook.examples.exchange.proof.Proof;
import dev.daybook.examples.exchange.replay.Replayed;
import dev.daybook.ports.storage.Storage;
import java.util.Optional;

/** Tells what a replay has done and whether the proof holds. */
final class ReplayReport {

    private final Terminal terminal;
    private final MessageFile file;
    private final Storage storage;

    ReplayReport(Terminal terminal, MessageFile file, Storage storage) {
        this.terminal = terminal;
        this.file = file;
        this.storage = storage;
    }

    /** Whether the proof holds. */
    boolean print(Replayed replayed, Proof proof) {
        recorded(replayed);
        terminal.heading("Messages");
        messages(proof);
        terminal.heading("Orders");
        orders(proof.outcomes());
        terminal.heading("Proof");
        Optional<String> failure = proof.failure();
        if (failure.isPresent()) {
            terminal.line("  %s %s".formatted(terminal.bad(), terminal.styled(Style.RED, failure.get())));
            terminal.line(
                    "  The log in %s does not tell what %s tells: keep both for whoever looks into it, and replay into"
                            .formatted(storage.description().location(), file.path()));
            terminal.line("  another database with --db.");
            return false;
        }
        terminal.line("  %s every line of the file is in the log once, in the file's order: %s of %s"
                .formatted(terminal.good(), Figures.count(proof.accounted()), Figures.count(proof.lines())));
        terminal.line("  %s of every order: placed = executed + cancelled + still resting".formatted(terminal.good()));
        terminal.line("  %s of every order that was resting before: as much as its messages show, and no more"
                .formatted(terminal.good()));
        return true;
    }

    private void recorded(Replayed replayed) {
        terminal.line("%s %s on %s: %s messages of %s"
                .formatted(
                        terminal.styled(Style.BOLD, "Replayed"),
                        file.symbol(),
                        file.date(),
                        Figures.count(replayed.messages()),
                        file.path()));
        if (replayed.messages() == 0) {
            terminal.line("  stored 0: there is no message in the file");
        } else if (replayed.stored() == 0) {
            terminal.line("  stored 0: everything was in %s before (looked through in %s)"
                    .formatted(storage.description().location(), Figures.time(replayed.took())));
        } else {
            terminal.line("  stored %s events of %s messages in %s, %s events/s, in %s"
                    .formatted(
                            Figures.count(replayed.stored()),
                            Figures.count(replayed.storedMessages()),
                            Figures.time(replayed.took()),
                            terminal.styled(
                                    Style.BOLD,
                                    Figures.rate(
                                            replayed.stored(), replayed.took().toNanos())),
                            storage.description().location()));
        }
    }

    private void messages(Proof proof) {
        Table table = new Table("type", "", ">in the file", ">in the log", "");
        long found = 0;
        for (MessageType type : MessageType.values()) {
            long inFile = proof.inFile(type);
            found += proof.inLog(type);
            table.row(
                    Integer.toString(type.number()),
                    type.toString(),
                    Figures.count(inFile),
                    Figures.count(proof.inLog(type)),
                    inFile == proof.inLog(type) ? terminal.good() : terminal.bad());
        }
        table.row("", "all", Figures.count(proof.lines()), Figures.count(found), "");
        table.print(terminal);
    }

    private void orders(Outcomes outcomes) {
        new Table("", ">orders")
                .row("placed in the file", Figures.count(outcomes.placed()))
                .row("  executed to their end", Figures.count(outcomes.executed()))
                .row("  ended by a cancel", Figures.count(outcomes.cancelled()))
                .row("  still resting", Figures.count(outcomes.resting()))
                .row("resting before the first message", Figures.count(outcomes.before()))
                .row("  known to have left the book", Figures.count(outcomes.beforeEnded()))
                .row(
                        "  whether more of it rests is not known",
                        Figures.count(outcomes.before() - outcomes.beforeEnded()))
                .print(terminal);
    }
}
