package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import dev.daybook.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is written about the commands, against the commands themselves. */
class DocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/command-line.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### `([a-z -]+)`$.*?^```text\n(.*?)^```$");
    private static final Pattern CODES = Pattern.compile("\nExit codes:\n( +\\d+ .*\n)+");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| `(\\d+)` \\|");

    @Test
    void the_document_has_the_help_of_every_command_word_for_word() throws IOException {
        List<String> written = new ArrayList<>();
        Matcher section = SECTION.matcher(Files.readString(DOCUMENT));
        while (section.find()) {
            written.add(section.group(1) + "\n" + section.group(2));
        }
        List<String> real = new ArrayList<>();
        commands(root())
                .forEach(command -> real.add(
                        name(command) + "\n" + CODES.matcher(help(command)).replaceFirst("")));
        assertThat(written)
                .as("%s; ./daybook COMMAND --help prints what has to stand there", DOCUMENT.normalize())
                .containsExactlyElementsOf(real);
    }

    @Test
    void the_document_has_every_exit_code() throws IOException {
        List<String> codes = CODE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(code -> code.group(1))
                .toList();
        assertThat(codes)
                .containsExactlyElementsOf(
                        root().getCommandSpec().usageMessage().exitCodeList().keySet());
    }

    @Test
    void every_command_says_what_it_is_for_with_an_example_and_its_exit_codes() {
        assertThat(commands(root())).isNotEmpty().allSatisfy(command -> {
            String help = help(command);
            assertThat(help).as(name(command)).contains("Exit codes:").contains("Example");
            assertThat(help.substring(help.indexOf("Example")))
                    .as(name(command))
                    .contains("daybook " + name(command));
            assertThat(command.getCommandSpec().usageMessage().header()).hasSize(1);
            assertThat(help.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        });
    }

    @Test
    void the_completion_script_knows_every_command() {
        Run completion = Run.run("completion");
        assertThat(completion.code()).isZero();
        assertThat(completion.out()).startsWith("#!").contains("complete -F");
        commands(root()).forEach(command -> assertThat(completion.out()).contains(command.getCommandName()));
    }

    private static CommandLine root() {
        Output nowhere = Output.of(OutputStream.nullOutputStream(), Look.plain());
        return CommandLines.of(nowhere, nowhere).commandLine(new Terminal(nowhere));
    }

    /** Those that do something, in the order of the help. */
    private static List<CommandLine> commands(CommandLine parent) {
        List<CommandLine> all = new ArrayList<>();
        for (CommandLine command : parent.getSubcommands().values()) {
            all.add(command);
            all.addAll(commands(command));
        }
        return all;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().substring("daybook ".length());
    }

    private static String help(CommandLine command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Output output = Output.of(out, Look.plain());
        List<String> arguments = new ArrayList<>(List.of(name(command).split(" ", -1)));
        arguments.add("--help");
        assertThat(CommandLines.of(output, output).run(arguments.toArray(String[]::new)))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
