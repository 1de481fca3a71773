package dev.daybook.examples.desk.setting;

import dev.daybook.examples.desk.Rejection;
import java.util.Set;
import java.util.TreeSet;

/** Why the settings refuse a change. */
public sealed interface SettingRejection extends Rejection {

    @Override
    default String describe() {
        return switch (this) {
            case UnknownSetting(String key, Set<String> known) ->
                "there is no setting %s; there are %s".formatted(key, new TreeSet<>(known));
            case Unchanged(String key, String value) -> "setting %s is %s already".formatted(key, value);
        };
    }

    /** No setting of that name. */
    record UnknownSetting(String key, Set<String> known) implements SettingRejection {}

    /** It has that value already. */
    record Unchanged(String key, String value) implements SettingRejection {}
}
