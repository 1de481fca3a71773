package dev.daybook.ports.view;

import dev.daybook.ports.event.Text;

/** One change of a view. */
public sealed interface RowChange {

    /**
     * Which view.
     *
     * @return its name
     */
    String view();

    /**
     * The row is there from now on, in place of one with the same key.
     *
     * @param view the view's name
     * @param row the row
     */
    record Put(String view, ViewRow row) implements RowChange {

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is empty or not Unicode text
         */
        public Put {
            Text.checked("the name of a view", view);
        }
    }

    /**
     * No row of this key is there from now on.
     *
     * @param view the view's name
     * @param key the row's key
     */
    record Remove(String view, String key) implements RowChange {

        /**
         * Checks the texts.
         *
         * @throws IllegalArgumentException if one is empty or not Unicode text
         */
        public Remove {
            Text.checked("the name of a view", view);
            Text.checked("the key of a row", key);
        }
    }
}
