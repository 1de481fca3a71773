package dev.daybook.examples.desk.setting;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Every setting with its value, in the order of their names. */
public record SettingsState(Map<String, String> values) {

    /** Takes a copy. */
    public SettingsState {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    SettingsState with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new SettingsState(changed);
    }
}
