package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.cli.terminal.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

    @TempDir
    private Path folder;

    private void write(Path file, boolean overwrite) throws IOException {
        try (NewFile whole = new NewFile(file, overwrite)) {
            Files.writeString(file, "precious");
            whole.stream().write("new".getBytes(StandardCharsets.UTF_8));
            whole.complete();
        }
    }

    @Test
    void a_file_that_has_come_meanwhile_is_left_as_it_is() throws IOException {
        Path file = folder.resolve("a.csv");

        assertThatThrownBy(() -> write(file, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("a.csv exists already")
                .hasMessageContaining("--overwrite");

        assertThat(Files.readString(file)).isEqualTo("precious");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_file_is_replaced_where_that_is_asked_for() throws IOException {
        Path file = folder.resolve("a.csv");

        write(file, true);

        assertThat(Files.readString(file)).isEqualTo("new");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
