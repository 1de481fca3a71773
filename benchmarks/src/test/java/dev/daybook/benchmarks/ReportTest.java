package dev.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

    private static final List<String> ORDER = List.of("First", "Second", "Third");

    @TempDir
    Path folder;

    @Test
    void what_is_measured_anew_takes_its_place_and_the_rest_stays() throws Exception {
        Path file = folder.resolve("RESULTS.md");
        write(file, "Third", "of old", 1);
        write(file, "First", "of old", 2);
        write(file, "Third", "of today", 3);

        assertThat(Files.readString(file)).isEqualTo("""
                # Results

                ## First

                of old

                | work | Daybook | raw | ratio | to reach | reached |
                | --- | --- | --- | --- | --- | --- |
                | work | 2 ms |  |  | at most 2.0 ms | yes |

                - a note

                ## Third

                of today

                | work | Daybook | raw | ratio | to reach | reached |
                | --- | --- | --- | --- | --- | --- |
                | work | 3 ms |  |  | at most 2.0 ms | **no** |

                - a note
                """);
    }

    private static void write(Path file, String title, String about, int millis) throws Exception {
        Report report = new Report();
        report.begin(title, about);
        report.bound("work", millis + " ms", millis, "ms", 2);
        report.note("a note");
        assertThat(report.allMet()).isEqualTo(millis <= 2);
        report.write(file, "# Results\n", ORDER);
    }
}
