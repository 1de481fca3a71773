package dev.daybook.core.journal;

import java.util.Locale;

/** What became of a command. */
public enum Outcome {
    /** It was accepted, and its events are in the log, right before the entry. */
    STORED,
    /** It was accepted, and there was nothing to change. */
    NOTHING_TO_DO,
    /** The aggregate rejected it. */
    REJECTED,
    /** The aggregate was not where it was expected to be. */
    CONFLICT,
    /** It could not be decided: the rules or the storage failed. */
    FAILED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
