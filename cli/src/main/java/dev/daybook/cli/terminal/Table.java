package dev.daybook.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns under one another, numbers to the right. */
public final class Table {

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final Titles titles;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param titles a title for each column; one that begins with {@code >} is set to the right, and so is its column
     */
    public Table(String... titles) {
        this.titles = new Titles(titles);
    }

    /**
     * One more row.
     *
     * @param cells a cell for each column; text of others goes through {@link Printable#text} first
     * @return this
     */
    public Table row(String... cells) {
        rows.add(cells.clone());
        return this;
    }

    /**
     * Writes it.
     *
     * @param terminal where to
     */
    public void print(Terminal terminal) {
        String[] texts = titles.texts();
        int[] widths = new int[titles.count()];
        measure(widths, texts);
        rows.forEach(row -> measure(widths, row));
        if (Arrays.stream(texts).anyMatch(title -> !title.isEmpty())) {
            terminal.line(terminal.styled(Style.DIM, line(widths, texts)));
        }
        rows.forEach(row -> terminal.line(line(widths, row)));
    }

    private String line(int[] widths, String[] cells) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int i = 0; i < cells.length; i++) {
            String space = " ".repeat(widths[i] - Printable.width(cells[i]));
            line.append(i == 0 ? "" : GAP).append(titles.isRight(i) ? space + cells[i] : cells[i] + space);
        }
        return line.toString().stripTrailing();
    }

    private static void measure(int[] widths, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], Printable.width(cells[i]));
        }
    }
}
