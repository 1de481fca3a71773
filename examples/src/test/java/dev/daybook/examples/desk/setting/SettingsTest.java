package dev.daybook.examples.desk.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.examples.desk.setting.SettingEvent.SettingChanged;
import dev.daybook.examples.desk.setting.SettingRejection.Unchanged;
import dev.daybook.examples.desk.setting.SettingRejection.UnknownSetting;
import dev.daybook.testkit.scenario.Scenario;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Scenario<ChangeSetting, SettingsState, SettingEvent, SettingRejection> settings =
            Scenario.of(new Settings());

    @Test
    void a_change_holds_the_old_and_the_new_value() {
        settings.given()
                .when(new ChangeSetting("trading", "closed"))
                .then(new SettingChanged("trading", "open", "closed"))
                .thenState(new Settings().initial().with("trading", "closed"));
        settings.given(new SettingChanged("trading", "open", "closed"))
                .when(new ChangeSetting("trading", "auction"))
                .then(new SettingChanged("trading", "closed", "auction"));
    }

    @Test
    void no_change_is_refused() {
        settings.given().when(new ChangeSetting("trading", "open")).thenRejected(new Unchanged("trading", "open"));
        settings.given(new SettingChanged("trading", "open", "closed"))
                .when(new ChangeSetting("trading", "closed"))
                .thenRejected(new Unchanged("trading", "closed"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SettingChanged("trading", "open", "open"));
    }

    @Test
    void an_unknown_setting_is_refused_with_those_there_are() {
        settings.given().when(new ChangeSetting("colour", "red")).thenRejected(UnknownSetting.class);
        assertThat(new UnknownSetting(
                                "colour", new Settings().initial().values().keySet())
                        .describe())
                .isEqualTo("there is no setting colour; there are [fee_rate, max_order_quantity, risk_limit, trading]");
    }
}
