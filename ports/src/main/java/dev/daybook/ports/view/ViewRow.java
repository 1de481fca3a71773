package dev.daybook.ports.view;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.Text;

/**
 * A row of a view.
 *
 * @param key what it is found by: any Unicode text of 1 to 255 characters
 * @param sort what rows are ordered and searched by beside the key, character by character; empty where nothing is
 * @param state what the fold has made of the events of this key
 */
public record ViewRow(String key, String sort, Payload state) {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the key is empty, or a text is not Unicode
     */
    public ViewRow {
        Text.checked("the key of a row", key);
        if (!sort.isEmpty()) {
            Text.checked("what a row is sorted by", sort);
        }
    }

    /**
     * A row that is found by its key alone.
     *
     * @param key the key
     * @param state the state
     * @return the row
     */
    public static ViewRow of(String key, Payload state) {
        return new ViewRow(key, "", state);
    }
}
