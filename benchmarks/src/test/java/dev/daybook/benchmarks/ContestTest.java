package dev.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContestTest {

    private final List<String> order = new ArrayList<>();

    private Contest contest(double ours, double theirs) throws Exception {
        Map<String, Race.Lap> laps = new LinkedHashMap<>();
        laps.put(Contenders.DAYBOOK, () -> lap(Contenders.DAYBOOK, ours));
        laps.put("Peer", () -> lap("Peer", theirs));
        return Contest.run(2, laps);
    }

    private double lap(String name, double rate) {
        order.add(name);
        return rate;
    }

    @Test
    void everybody_takes_turns_and_another_one_goes_first_each_time() throws Exception {
        Contest contest = contest(300, 100);

        assertThat(order).containsExactly("Daybook", "Peer", "Daybook", "Peer", "Peer", "Daybook");
        assertThat(contest.ratio(Contenders.DAYBOOK, "Peer").median()).isEqualTo(3);
    }

    @Test
    void the_report_tells_what_is_not_reached_and_where_a_peer_is_better(@TempDir Path folder) throws Exception {
        Histogram times = new Histogram(3);
        times.recordValue(2_000_000);
        SideReport report = new SideReport();
        report.begin("SQLite", "SQLite 3.51.0, on disk");
        report.besideAll("append", contest(100, 200), beside -> OptionalDouble.of(1));
        report.besideAll("replay", contest(300, 100), beside -> OptionalDouble.empty());
        report.times("p99", Map.of(Contenders.DAYBOOK, 2_000_000L, "Peer", 3_000_000L), beside -> OptionalDouble.of(1));
        report.latencies(16, "Peer", Figures.of(new double[] {100}), times);

        report.write(folder.resolve("PEERS.md"), "# All\n");

        assertThat(report.allMet()).isFalse();
        assertThat(Files.readString(folder.resolve("PEERS.md")))
                .contains("- SQLite, append: Peer, 200 (200 to 200)/s beside Daybook's 100 (100 to 100)/s")
                .contains("SQLite 3.51.0, on disk")
                .contains("| p99 | 2.00 ms | Peer | 3.00 ms | 1.50 | at least 1.00 | yes |")
                .doesNotContain("- SQLite, replay")
                .contains("| at least 1.00 | **no** |")
                .contains("| 16 | Peer | 100 (100 to 100) | 2.00 ms | 2.00 ms | 2.00 ms |");
    }

    @Test
    void a_work_that_failed_is_named_and_counts_as_not_reached(@TempDir Path folder) throws Exception {
        SideReport report = new SideReport();
        report.begin("H2", "H2 2.4.240");

        report.failed("tags", new IllegalStateException("no space"));
        report.write(folder.resolve("PEERS.md"), "");

        assertThat(report.allMet()).isFalse();
        assertThat(Files.readString(folder.resolve("PEERS.md"))).contains("**tags could not be measured**", "no space");
    }
}
