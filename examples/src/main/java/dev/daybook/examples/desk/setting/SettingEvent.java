package dev.daybook.examples.desk.setting;

import dev.daybook.examples.desk.Checks;
import dev.daybook.examples.desk.DeskEvent;

/** What happens to the settings. */
public sealed interface SettingEvent extends DeskEvent {

    @Override
    default String describe() {
        return switch (this) {
            case SettingChanged(String key, String oldValue, String newValue) ->
                "setting %s changed from %s to %s".formatted(key, oldValue, newValue);
        };
    }

    /** A setting has another value since. */
    record SettingChanged(String key, String oldValue, String newValue) implements SettingEvent {

        /** Refuses a change that changes nothing. */
        public SettingChanged {
            Checks.filled("setting", key);
            Checks.filled("old value of " + key, oldValue);
            Checks.filled("new value of " + key, newValue);
            if (oldValue.equals(newValue)) {
                throw new IllegalArgumentException("setting " + key + " does not change from " + oldValue);
            }
        }
    }
}
