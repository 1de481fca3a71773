package dev.daybook.ports.view;

/**
 * A place in the order of {@link Views#sorted}.
 *
 * @param sort what rows are sorted by
 * @param key the key of a row, empty for the place before all rows of this sort
 */
public record SortKey(String sort, String key) {

    /**
     * The place before every row that is sorted by this or by more.
     *
     * @param sort what rows are sorted by, empty for the first of all
     * @return the place
     */
    public static SortKey from(String sort) {
        return new SortKey(sort, "");
    }

    /**
     * The place of a row.
     *
     * @param row the last row of a page
     * @return the place, so that the next page begins behind it
     */
    public static SortKey of(ViewRow row) {
        return new SortKey(row.sort(), row.key());
    }
}
