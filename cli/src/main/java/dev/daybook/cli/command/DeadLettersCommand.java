package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Columns;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Problem;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.core.consumer.DeadLetters;
import dev.daybook.core.consumer.ParkedEvent;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.storage.Storage;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

/** What consumers could not handle. */
@Command(
        name = "dead-letters",
        header = "what a consumer could not handle: list, retry, discard",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists the events that a consumer could not handle and has parked, has them tried again, or gives them up.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook dead-letters list sqlite:daybook.db mails",
            "  daybook dead-letters retry sqlite:daybook.db mails --all",
            "  daybook dead-letters discard sqlite:daybook.db mails --position 42"
        })
final class DeadLettersCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec command = Objects.requireNonNull(spec);
        throw new ParameterException(
                command.commandLine(),
                "which command? There are "
                        + String.join(", ", command.subcommands().keySet()));
    }

    /** Of one consumer. */
    abstract static class OfConsumer extends LogCommand {

        @Parameters(
                index = "1",
                paramLabel = "CONSUMER",
                description = "The name of a consumer, as daybook consumers lists it.")
        private String consumer = "";

        OfConsumer(Terminal terminal) {
            super(terminal);
        }

        abstract int run(DeadLetters letters, String name);

        static int found(int count) {
            if (count == 0) {
                throw new Problem("nothing of that is parked; daybook dead-letters list lists what is");
            }
            return count;
        }

        @Override
        Storage open(LogUrl log) {
            return log.openExisting();
        }

        @Override
        final int run(OpenLog log) {
            if (log.storage().consumers().find(consumer).isEmpty()) {
                throw new Problem("there is no consumer '%s' in %s; daybook consumers lists those there are"
                        .formatted(consumer, log.name()));
            }
            return run(new DeadLetters(log.storage(), log.codec()), consumer);
        }
    }

    /** Lists them. */
    @Command(
            name = "list",
            header = "what is parked",
            description =
                    "Lists what a consumer has parked, the oldest first. The exit code is 1 if there is anything.",
            footerHeading = "%nExample:%n",
            footer = "  daybook dead-letters list sqlite:daybook.db mails")
    static final class ListThem extends OfConsumer {

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
        private @Nullable TextFormat format;

        ListThem(Terminal terminal) {
            super(terminal);
        }

        @Override
        Storage open(LogUrl log) {
            return log.openReadOnly();
        }

        @Override
        int run(DeadLetters letters, String name) {
            List<ParkedEvent> parked = letters.of(name);
            if (TextFormat.isJson(format, terminal())) {
                ArrayNode array = Json.array();
                parked.forEach(event -> array.addObject()
                        .put("position", event.position())
                        .put("aggregate_id", event.aggregateId())
                        .put("parked_at", Rfc3339.format(event.parkedAt()))
                        .put("error", event.error()));
                new JsonOutput(terminal()).print(array);
            } else {
                Columns columns = new Columns(terminal(), ">POSITION", "AGGREGATE", "PARKED", "ERROR");
                parked.forEach(event -> columns.row(
                        Long.toString(event.position()),
                        event.aggregateId(),
                        Rfc3339.format(event.parkedAt()),
                        event.error()));
                columns.flush();
            }
            return parked.isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
        }
    }

    /** Which of them. */
    static final class Choice {

        @Option(
                names = "--position",
                paramLabel = "POSITION",
                required = true,
                description = "The event at this position; given again, further ones.")
        private List<Long> positions = List.of();

        @Option(names = "--aggregate", paramLabel = "ID", required = true, description = "All of this aggregate.")
        private @Nullable String aggregate;

        @Option(names = "--all", required = true, description = "All of them.")
        private boolean all;

        Predicate<ParkedEvent> which() {
            return event -> all
                    || positions.contains(event.position())
                    || event.aggregateId().equals(aggregate);
        }
    }

    /** Has them tried again. */
    @Command(
            name = "retry",
            header = "have parked events tried again",
            description = {
                "Asks for parked events to be handled again: within about a minute if the consumer runs somewhere, or else when it is"
                        + " started. What fails again stays parked, with its new error: daybook dead-letters list tells."
            },
            footerHeading = "%nExample:%n",
            footer = "  daybook dead-letters retry sqlite:daybook.db mails --aggregate order_123")
    static final class Retry extends OfConsumer {

        @ArgGroup(multiplicity = "1")
        private Choice choice = new Choice();

        Retry(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(DeadLetters letters, String name) {
            int count = found(letters.retry(name, choice.which()));
            terminal()
                    .line("%s %s events to be tried again"
                            .formatted(terminal().styled(Style.BOLD, "Asked for"), Figures.count(count)));
            return CommandLines.DONE;
        }
    }

    /** Gives them up. */
    @Command(
            name = "discard",
            header = "give parked events up for good",
            description = {
                "Gives parked events up for good: the consumer will never handle them. The log keeps them, as it keeps everything.",
                "A consumer that runs stops for a moment, and goes on."
            },
            footerHeading = "%nExample:%n",
            footer = "  daybook dead-letters discard sqlite:daybook.db mails --position 42")
    static final class Discard extends OfConsumer {

        @ArgGroup(multiplicity = "1")
        private Choice choice = new Choice();

        Discard(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(DeadLetters letters, String name) {
            int count = found(letters.discard(name, choice.which()));
            terminal().line("%s %s events".formatted(terminal().styled(Style.BOLD, "Discarded"), Figures.count(count)));
            return CommandLines.DONE;
        }
    }
}
