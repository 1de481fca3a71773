package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a new user to type, typed on sources that were never built. */
class ScriptIT {

    private static final long MOST_MINUTES = 10;

    /** Where the script looks for a JDK that is neither in the environment nor in the user's home. */
    private static final List<String> PLACES_OF_JDKS = List.of("/usr/lib/jvm", "/usr/libexec/java_home");

    @TempDir
    private Path folder;

    @Test
    void the_demo_is_built_and_stores_and_tells_its_week_and_the_second_time_it_is_there_already() throws Exception {
        Path root = SourceTree.copyTo(folder.resolve("daybook"));
        Run first = run(root, Map.of(), "demo", "my desk.db");
        assertThat(first.err()).contains("Building Daybook ...");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("a new log; 26 actors store 20,000 events")
                .contains("20,000 events stored in ")
                .contains("20,000 events of 10 types")
                .containsPattern("my desk-events\\.csv +20,000")
                .containsPattern("my desk-events\\.json +20,000")
                .doesNotContain("\u001b");
        assertThat(Files.readAllLines(root.resolve("my desk-events.csv"))).hasSize(20_001);

        Run second = run(root, Map.of(), "demo", "my desk.db");
        assertThat(second.code()).isZero();
        assertThat(second.err()).doesNotContain("Building");
        assertThat(second.out()).contains("holds the whole week already, 20,000 events; nothing is added");

        Run events = run(root, Map.of(), "events", "sqlite:my desk.db", "--limit", "3");
        assertThat(events.code()).isZero();
        assertThat(events.err()).isEmpty();
        assertThat(events.out()).hasLineCount(3).startsWith("{\"position\":1,");

        Run wrong = run(root, Map.of(), "demo", "no-such-folder/desk.db");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("daybook: ").hasLineCount(1);
    }

    @Test
    void where_there_is_no_jdk_that_is_new_enough_it_is_said_where_was_looked_and_what_to_do() throws Exception {
        Path root = SourceTree.copyTo(folder.resolve("daybook"));
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        hidePlacesOfJdks(root.resolve("daybook"), nothing);
        Path old = jdk17(folder.resolve("jdk-17"));
        Map<String, String> environment =
                Map.of("PATH", toolsWithoutJava().toString(), "HOME", nothing.toString(), "JAVA_HOME", old.toString());

        Run demo = run(root, environment, "demo");
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err())
                .startsWith("daybook: no JDK of 21 or later found.")
                .contains("Looked at JAVA_HOME, java on the PATH, JAVA21_HOME, ")
                .contains("let JAVA_HOME name the folder of one");
        assertThat(run(root, environment, "test").err()).isEqualTo(demo.err());
        assertThat(run(root, environment, "help").code()).isZero();
        assertThat(run(root, environment, "dance").code()).isEqualTo(2);
        assertThat(root.resolve("examples/target")).doesNotExist();
    }

    private record Run(int code, String out, String err) {}

    private Run run(Path root, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("daybook").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // What the Maven that runs this test has set for itself is not what a user has.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().remove("JAVA21_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                .as("ended in time")
                .isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The machine that runs this has a JDK there, and it cannot be taken away. */
    private static void hidePlacesOfJdks(Path script, Path nothing) throws IOException {
        String text = Files.readString(script);
        for (String place : PLACES_OF_JDKS) {
            assertThat(text).contains(place);
            text = text.replace(place, nothing.resolve("none").toString());
        }
        Files.writeString(script, text);
    }

    /** What the script learns of a java, as one of 17 tells it. */
    private static Path jdk17(Path home) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            program(
                    bin.resolve(program),
                    "echo '    java.home = " + home + "'\necho '    java.specification.version = 17'");
        }
        return home;
    }

    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("bash", "sed", "readlink", "dirname", "cat")) {
            String found = Stream.of("/usr/bin/" + tool, "/bin/" + tool)
                    .filter(path -> Files.isExecutable(Path.of(path)))
                    .findFirst()
                    .orElseThrow();
            program(tools.resolve(tool), "exec " + found + " \"$@\"");
        }
        return tools;
    }

    private static void program(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
