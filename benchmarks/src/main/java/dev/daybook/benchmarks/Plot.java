package dev.daybook.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lines over two logarithmic axes, as SVG that is read on a light and on a dark page. */
final class Plot {

    /** A measured point; neither coordinate is 0 or less. */
    record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    /** Told apart by those who do not see all colours as well, on white and on black. */
    private static final String STYLE = """
            <style>
            text { fill: #1f2328 } .back { fill: #ffffff } .rule { stroke: #d8dee4 }
            .line0 { color: #c8500a } .line1 { color: #0060a8 } .line2 { color: #00805c }
            .line3 { color: #a03a90 } .line4 { color: #6a6a6a } .line5 { color: #8a6d00 }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .back { fill: #0d1117 } .rule { stroke: #30363d }
            .line0 { color: #ff9a57 } .line1 { color: #58aef5 } .line2 { color: #35d39c }
            .line3 { color: #e08ad2 } .line4 { color: #a8a8a8 } .line5 { color: #dcc24a }
            }
            </style>
            """;

    private static final int STYLES = 6;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 80;
    private static final int RIGHT = 150;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a line; one without points is left out. */
    void line(String name, List<Point> points) {
        if (!points.isEmpty()) {
            lines.add(new Line(name, List.copyOf(points)));
        }
    }

    String title() {
        return title;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    String svg() {
        Axis x = axis(Point::x);
        Axis y = axis(Point::y);
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n"
                        .formatted(WIDTH, HEIGHT));
        svg.append(STYLE).append("<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n");
        text(svg, LEFT, 28, "start", "font-size=\"16\" font-weight=\"bold\"", title);
        text(svg, LEFT + width() / 2.0, HEIGHT - 14, "middle", "", across);
        text(svg, 0, 0, "middle", "transform=\"translate(20 %d) rotate(-90)\"".formatted(TOP + height() / 2), up);
        for (double tick : x.ticks()) {
            rule(svg, at(x, tick), TOP, at(x, tick), TOP + height());
            text(svg, at(x, tick), TOP + height() + 20, "middle", "", number(tick));
        }
        for (double tick : y.ticks()) {
            rule(svg, LEFT, down(y, tick), LEFT + width(), down(y, tick));
            text(svg, LEFT - 8, down(y, tick) + 4, "end", "", number(tick));
        }
        List<Line> legend = new ArrayList<>(lines);
        legend.sort(Comparator.comparingDouble(line -> -line.points().getLast().y()));
        for (Line line : lines) {
            draw(svg, line, x, y, lines.indexOf(line) % STYLES, TOP + 10 + 22 * legend.indexOf(line));
        }
        return svg.append("</svg>\n").toString();
    }

    private Axis axis(ToDoubleFunction<Point> coordinate) {
        return Axis.over(lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(coordinate)
                .toArray());
    }

    private static void draw(StringBuilder svg, Line line, Axis x, Axis y, int style, int legend) {
        svg.append("<g class=\"line%d\">\n".formatted(style));
        List<String> corners = new ArrayList<>();
        for (Point point : line.points()) {
            String across = decimal(at(x, point.x()));
            String down = decimal(down(y, point.y()));
            corners.add(across + "," + down);
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"currentColor\"/>\n".formatted(across, down));
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>\n"
                .formatted(String.join(" ", corners)));
        int right = LEFT + width() + 14;
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"currentColor\"/>\n"
                .formatted(right, legend - 6));
        text(svg, right + 20, legend, "start", "", line.name());
        svg.append("</g>\n");
    }

    private static double at(Axis x, double figure) {
        return LEFT + x.place(figure) * width();
    }

    private static double down(Axis y, double figure) {
        return TOP + (1 - y.place(figure)) * height();
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"rule\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(decimal(x1), decimal(y1), decimal(x2), decimal(y2)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String more, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" %s>%s</text>\n"
                .formatted(decimal(x), decimal(y), anchor, more, escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 1 ? "%.2f" : "%,.0f", figure);
    }

    private static String decimal(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private static int width() {
        return WIDTH - LEFT - RIGHT;
    }

    private static int height() {
        return HEIGHT - TOP - BOTTOM;
    }
}
