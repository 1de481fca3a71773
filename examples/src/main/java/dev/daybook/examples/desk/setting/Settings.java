package dev.daybook.examples.desk.setting;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.setting.SettingEvent.SettingChanged;
import dev.daybook.examples.desk.setting.SettingRejection.Unchanged;
import dev.daybook.examples.desk.setting.SettingRejection.UnknownSetting;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;

/** The settings of the whole desk, from their defaults on. There is one: {@link #ID}. */
public final class Settings implements Aggregate<ChangeSetting, SettingsState, SettingEvent, SettingRejection> {

    /** The id of the one aggregate. */
    public static final String ID = "settings";

    private static final SettingsState DEFAULTS = new SettingsState(Map.of(
            "fee_rate", "0.0010",
            "max_order_quantity", "1000",
            "risk_limit", "250000",
            "trading", "open"));

    @Override
    public SettingsState initial() {
        return DEFAULTS;
    }

    // snippet:rules
    @Override
    public Either<SettingRejection, List<SettingEvent>> decide(SettingsState state, ChangeSetting command) {
        String old = state.values().get(command.key());
        if (old == null) {
            return Either.left(new UnknownSetting(command.key(), state.values().keySet()));
        }
        if (old.equals(command.value())) {
            return Either.left(new Unchanged(command.key(), old));
        }
        return Either.right(List.of(new SettingChanged(command.key(), old, command.value())));
    }

    @Override
    public SettingsState apply(SettingsState state, SettingEvent event) {
        return switch (event) {
            case SettingChanged changed -> state.with(changed.key(), changed.newValue());
        };
    }
    // end

    @Override
    public Class<SettingsState> stateClass() {
        return SettingsState.class;
    }

    @Override
    public Class<SettingEvent> eventClass() {
        return SettingEvent.class;
    }
}
