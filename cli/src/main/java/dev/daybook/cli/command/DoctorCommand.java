package dev.daybook.cli.command;

import dev.daybook.cli.doctor.Check;
import dev.daybook.cli.doctor.Doctor;
import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Figures;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Progress;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a log. */
@Command(
        name = "doctor",
        header = "check a log from end to end",
        description = {
            "Reads a log from end to end and says what it finds: whether positions and sequences have no gap, recorded times never"
                    + " go back, everything stored is as it was written, payloads can be read, whether what follows the log can"
                    + " have followed this one, and whether kept views are what the log comes to, where they are of a kind that any"
                    + " log can have. It changes nothing.",
            "The exit code is 1 if something is wrong. What should only be known is said, and does not count: who is behind or has"
                    + " parked events, and what could not be checked here."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  daybook doctor sqlite:daybook.db",
            "  daybook doctor sqlite:daybook.db | jq -r '.checks[].faults[]'"
        })
final class DoctorCommand extends LogCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: text in a terminal, json elsewhere).")
    private @Nullable TextFormat format;

    DoctorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(OpenLog log) {
        long started = System.nanoTime();
        long head = log.log().head();
        List<Check> checks;
        try (Progress progress = terminal().progress("reading", head)) {
            checks = new Doctor(log.daybook(), progress::add).run();
        }
        boolean sound = checks.stream().allMatch(Check::isSound);
        if (TextFormat.isJson(format, terminal())) {
            new JsonOutput(terminal()).print(tree(log, checks, sound));
        } else {
            print(log, checks, sound);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            terminal()
                    .row(terminal()
                            .styled(Style.DIM, "%s events in %s".formatted(Figures.count(head), Figures.time(took))));
        }
        return sound ? CommandLines.DONE : CommandLines.FAILED;
    }

    private static ObjectNode tree(OpenLog log, List<Check> checks, boolean sound) {
        ObjectNode tree = Json.object().put("location", log.name()).put("sound", sound);
        ArrayNode array = tree.putArray("checks");
        for (Check check : checks) {
            ObjectNode one = array.addObject()
                    .put("name", check.name())
                    .put("sound", check.isSound())
                    .put("summary", check.summary());
            one.set("faults", Json.of(check.faults()));
            one.set("notes", Json.of(check.notes()));
        }
        return tree;
    }

    private void print(OpenLog log, List<Check> checks, boolean sound) {
        terminal()
                .row(terminal().styled(Style.BOLD, Printable.text(log.name())) + ", "
                        + log.storage().description().engine());
        int width =
                checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
        for (Check check : checks) {
            terminal()
                    .row("  %s %s  %s"
                            .formatted(
                                    check.isSound()
                                            ? terminal().good()
                                            : terminal().bad(),
                                    check.name()
                                            + " ".repeat(width - check.name().length()),
                                    check.summary()));
            check.faults().forEach(fault -> terminal().row("      " + said(Style.RED, fault)));
            check.notes().forEach(note -> terminal().row("      " + said(Style.YELLOW, note)));
        }
        terminal().row(sound ? "All is well." : terminal().styled(Style.RED, "Something is wrong, as said above."));
    }

    private String said(Style style, String text) {
        return terminal().styled(style, Printable.text(text));
    }
}
