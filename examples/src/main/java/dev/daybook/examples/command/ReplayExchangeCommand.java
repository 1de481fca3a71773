package dev.daybook.examples.command;

import dev.daybook.cli.terminal.Progress;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.Daybook;
import dev.daybook.examples.exchange.feed.FeedEvent;
import dev.daybook.examples.exchange.file.FileNames;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.proof.Proof;
import dev.daybook.examples.exchange.replay.Replayed;
import dev.daybook.examples.exchange.replay.Replayer;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records the messages of an exchange and proves that nothing was lost. */
@Command(
        name = "replay-exchange",
        header = "record an exchange, and prove that nothing is lost",
        description = {
            "Records a file of order messages (LOBSTER layout: time, type, order id, size, price, direction, attribution) and"
                    + " proves that every message is in the log once and every share accounted for.",
            "Running it again stores nothing twice."
        })
final class ReplayExchangeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The messages of one stock on one day.")
    private Path file = Path.of("");

    @Option(
            names = "--db",
            paramLabel = "PATH",
            defaultValue = "daybook-exchange.db",
            description = "The SQLite file to record into; made if it does not exist (default: ${DEFAULT-VALUE}).")
    private Path database = Path.of("");

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day in New York, unless the file's name has it.")
    private @Nullable LocalDate date;

    @Option(
            names = "--symbol",
            paramLabel = "NAME",
            description = "The stock, unless the file's name has it before the day.")
    private @Nullable String symbol;

    ReplayExchangeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        MessageFile.requireReadable(file);
        MessageFile messages = new MessageFile(file, symbol == null ? FileNames.symbol(file) : symbol, day());
        JacksonCodec codec = JacksonCodec.of(ExchangeOrderEvent.class, ExchangeTradeEvent.class, FeedEvent.class);
        long count = Replayer.rehearse(messages);
        try (Storage storage = Storage.open("sqlite:" + database);
                Daybook daybook = Daybook.builder(storage, codec).build()) {
            Replayer replayer = new Replayer(storage, codec, daybook, messages);
            Replayed replayed;
            try (Progress progress = terminal.progress("recording", count)) {
                replayed = replayer.record(count, progress::add);
            }
            Proof proof = replayer.prove();
            return new ReplayReport(terminal, messages, storage).print(replayed, proof) ? 0 : 1;
        }
    }

    private LocalDate day() {
        if (date != null) {
            return date;
        }
        return FileNames.date(file)
                .orElseThrow(() -> new ParameterException(
                        java.util.Objects.requireNonNull(spec).commandLine(),
                        file + ": its name holds no day such as 2021-04-12; give the day with --date YYYY-MM-DD"));
    }
}
