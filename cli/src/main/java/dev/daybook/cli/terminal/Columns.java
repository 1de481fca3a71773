package dev.daybook.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of any length in constant memory: the first rows say how wide the columns are, later ones keep to it as far as they can. In
 * a terminal the last column is cut at the edge. For one thread.
 */
public final class Columns {

    private static final int MEASURED = 200;
    private static final int WIDEST = 40;
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final Titles titles;
    private final int[] widths;
    private List<String[]> waiting = new ArrayList<>();
    private boolean begun;

    /**
     * A table without rows.
     *
     * @param terminal where it is written
     * @param titles a title for each column; one that begins with {@code >} is set to the right, and so is its column
     */
    public Columns(Terminal terminal, String... titles) {
        this.terminal = terminal;
        this.titles = new Titles(titles);
        this.widths = new int[titles.length];
    }

    /**
     * One more row.
     *
     * @param cells a cell for each column, any text
     */
    public void row(String... cells) {
        String[] safe = Arrays.stream(cells).map(Printable::text).toArray(String[]::new);
        if (begun) {
            terminal.row(line(safe));
            return;
        }
        waiting.add(safe);
        if (waiting.size() == MEASURED) {
            begin();
        }
    }

    /** Has everything be seen that was given so far. */
    public void flush() {
        if (!waiting.isEmpty()) {
            begin();
        }
        terminal.flush();
    }

    private void begin() {
        measure(titles.texts());
        waiting.forEach(this::measure);
        terminal.row(terminal.styled(Style.DIM, line(titles.texts())));
        waiting.forEach(row -> terminal.row(line(row)));
        waiting = List.of();
        begun = true;
    }

    private void measure(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.min(WIDEST, Math.max(widths[i], Printable.width(cells[i])));
        }
    }

    private String line(String[] cells) {
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (int i = 0; i < cells.length; i++) {
            boolean last = i == cells.length - 1;
            String cell = last ? terminal.fitted(cells[i], width) : cells[i];
            int used = Printable.width(cell);
            String space = " ".repeat(Math.max(0, widths[i] - used));
            line.append(titles.isRight(i) ? space + cell : last ? cell : cell + space)
                    .append(last ? "" : GAP);
            width += Math.max(widths[i], used) + GAP.length();
        }
        return line.toString().stripTrailing();
    }
}
