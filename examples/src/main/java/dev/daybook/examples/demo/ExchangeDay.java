package dev.daybook.examples.demo;

import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Progress;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.Daybook;
import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.exchange.feed.FeedEvent;
import dev.daybook.examples.exchange.file.FileNames;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.proof.Proof;
import dev.daybook.examples.exchange.replay.Replayed;
import dev.daybook.examples.exchange.replay.Replayer;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A day at an exchange, in the log beside the desk's week. */
record ExchangeDay(MessageFile file, long messages) {

    /** The sealed interfaces above what happens there. */
    static final List<Class<? extends DeskEvent>> EVENTS =
            List.of(ExchangeOrderEvent.class, ExchangeTradeEvent.class, FeedEvent.class);

    /**
     * Reads a file through.
     *
     * @throws Problem if it cannot be read, cannot be true, or does not say of which day it is
     */
    static ExchangeDay of(Path path) {
        MessageFile.requireReadable(path);
        LocalDate day = FileNames.date(path)
                .orElseThrow(() ->
                        new Problem(path + ": its name holds no day such as 2021-04-12; give it a name that does"));
        MessageFile file = new MessageFile(path, FileNames.symbol(path), day);
        return new ExchangeDay(file, Replayer.rehearse(file));
    }

    /** Stores what is not stored yet, and proves that nothing was lost. */
    void record(Terminal terminal, Storage storage, EventCodec codec, Daybook daybook) {
        terminal.heading("A day at an exchange: %s on %s".formatted(file.symbol(), file.date()));
        Replayer replayer = new Replayer(storage, codec, daybook, file);
        Replayed replayed;
        try (Progress progress = terminal.progress("  recording", messages)) {
            replayed = replayer.record(messages, progress::add);
        }
        Proof proof = replayer.prove();
        proof.failure().ifPresent(failure -> {
            throw new Problem(failure + "; run the demo on a new file");
        });
        terminal.line("  %s %s messages of %s are in the log once, each; %s events were new, stored in %s"
                .formatted(
                        terminal.good(),
                        Figures.count(replayed.messages()),
                        file.path(),
                        Figures.count(replayed.stored()),
                        Figures.time(replayed.took())));
    }
}
