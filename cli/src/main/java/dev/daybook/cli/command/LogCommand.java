package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import dev.daybook.ports.storage.Storage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/** A command on a log that exists. */
abstract class LogCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "The log: sqlite:FILE, h2:FILE, postgresql://HOST/DATABASE or mariadb://HOST/DATABASE.")
    private String url = "";

    LogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Only to read, unless a command needs more. */
    Storage open(LogUrl log) {
        return log.openReadOnly();
    }

    /** Does its work and answers with the exit code. */
    abstract int run(OpenLog log);

    final Terminal terminal() {
        return terminal;
    }

    @Override
    public final Integer call() {
        LogUrl log = new LogUrl(url);
        try (OpenLog opened = OpenLog.of(log, open(log))) {
            int code = run(opened);
            terminal.flush();
            return code;
        }
    }
}
