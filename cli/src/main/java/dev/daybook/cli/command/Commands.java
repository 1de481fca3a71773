package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine;

/** Daybook's own commands, in the order in which the help lists them. */
final class Commands {

    private Commands() {}

    static List<Object> all(Terminal terminal) {
        return List.of(
                new EventsCommand(terminal),
                new ShowCommand(terminal),
                new StateCommand(terminal),
                new ReplayCommand(terminal),
                new StatsCommand(terminal),
                new SnapshotCommand(terminal),
                new ProjectionsCommand(terminal),
                new ConsumersCommand(terminal),
                deadLetters(terminal),
                new DoctorCommand(terminal),
                new ConsoleCommand(terminal),
                new ExportCommand(terminal),
                new ImportCommand(terminal),
                new CopyCommand(terminal),
                new DigestCommand(terminal),
                new BackupCommand(terminal),
                new CompletionCommand(terminal));
    }

    private static CommandLine deadLetters(Terminal terminal) {
        return new CommandLine(new DeadLettersCommand())
                .addSubcommand(new DeadLettersCommand.ListThem(terminal))
                .addSubcommand(new DeadLettersCommand.Retry(terminal))
                .addSubcommand(new DeadLettersCommand.Discard(terminal));
    }
}
