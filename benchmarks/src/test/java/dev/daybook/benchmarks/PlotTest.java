package dev.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class PlotTest {

    @Test
    void a_plot_is_well_formed_and_has_every_point_and_name() throws Exception {
        Plot plot = new Plot("This & that", "writers", "events < all");
        plot.line("one", List.of(new Plot.Point(1, 250), new Plot.Point(2, 480), new Plot.Point(64, 9_000)));
        plot.line("other", List.of(new Plot.Point(1, 300)));
        plot.line("none", List.of());

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("This & that", "one", "other", "events < all")
                .doesNotContain("none");
    }

    @Test
    void an_axis_of_powers_of_two_counts_in_them() {
        Axis axis = Axis.over(1, 2, 64, 16);

        assertThat(axis.ticks()).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0);
        assertThat(axis.place(1)).isZero();
        assertThat(axis.place(8)).isEqualTo(0.5);
        assertThat(axis.place(64)).isEqualTo(1);
    }

    @Test
    void an_axis_reaches_beyond_all_figures() {
        assertThat(Axis.over(240, 9_100).ticks()).containsExactly(200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0);
        assertThat(Axis.over(10_000, 10_000_000).ticks()).containsExactly(1e4, 1e5, 1e6, 1e7);
        assertThat(Axis.over(700, 700).ticks()).isNotEmpty();
    }
}
