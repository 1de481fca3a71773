package dev.daybook.examples.desk.setting;

import dev.daybook.examples.desk.Checks;

/** Gives a setting another value: the one command the settings take. */
public record ChangeSetting(String key, String value) {

    /** Refuses a setting without a name or value. */
    public ChangeSetting {
        Checks.filled("setting", key);
        Checks.filled("value of " + key, value);
    }
}
