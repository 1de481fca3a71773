package dev.daybook.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybook.testkit.scenario.Door.DoorCommand;
import dev.daybook.testkit.scenario.Door.DoorCommand.Knock;
import dev.daybook.testkit.scenario.Door.DoorCommand.Open;
import dev.daybook.testkit.scenario.Door.DoorEvent;
import dev.daybook.testkit.scenario.Door.DoorEvent.Opened;
import dev.daybook.testkit.scenario.Door.DoorState;
import dev.daybook.testkit.scenario.Door.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Opened OPENED = new Opened(HALF, "alice");

    private final Scenario<DoorCommand, DoorState, DoorEvent, Refused> door = Scenario.of(new Door());

    @Test
    void expected_events_and_state_pass() {
        door.given().when(new Open(HALF)).then(OPENED).thenState(new DoorState(true, HALF));
        door.given(List.of(OPENED)).thenState(new DoorState(true, HALF));
    }

    @Test
    void an_expected_rejection_passes_by_value_and_by_class_and_leaves_the_state() {
        door.given(OPENED).when(new Open(BigDecimal.ONE)).thenRejected(new Refused("it is open", 1));
        door.given(OPENED).when(new Open(BigDecimal.ONE)).thenRejected(Refused.class);
        door.given(OPENED).when(new Open(BigDecimal.ONE)).thenState(new DoorState(true, HALF));
    }

    @Test
    void a_command_that_changes_nothing_passes_as_nothing() {
        door.given(OPENED).when(new Knock()).thenNothing();
    }

    @Test
    void a_wrong_event_fails_with_the_whole_story_and_the_component_that_differs() {
        String message =
                failure(() -> door.given(OPENED, OPENED).when(new Knock()).then(OPENED));
        assertThat(message.lines())
                .containsExactly(
                        "Door: another outcome than expected",
                        "given",
                        "    1. Opened[width=0.5, by=alice]",
                        "    2. Opened[width=0.5, by=alice]",
                        "when",
                        "    Knock[]",
                        "expected events",
                        "    1. Opened[width=0.5, by=alice]",
                        "found",
                        "    nothing",
                        "difference",
                        "    size: expected 1, found 0");
    }

    @Test
    void a_difference_names_the_event_and_the_component() {
        assertThat(failure(() -> door.given().when(new Open(HALF)).then(new Opened(HALF, "bob"))))
                .endsWith("    1.by: expected bob, found alice")
                .contains("given" + System.lineSeparator() + "    nothing");
    }

    @Test
    void a_number_with_another_scale_is_explained() {
        assertThat(failure(() -> door.given().when(new Open(HALF)).then(new Opened(new BigDecimal("0.50"), "alice"))))
                .endsWith("    1.width: expected 0.50, found 0.5 (the same number with another scale)");
    }

    @Test
    void a_rejection_instead_of_events_is_shown() {
        assertThat(failure(() -> door.given(OPENED).when(new Open(HALF)).then(OPENED)))
                .endsWith("found" + System.lineSeparator() + "    rejected: Refused[reason=it is open, times=1]");
    }

    @Test
    void another_rejection_differs_by_component() {
        assertThat(failure(() -> door.given(OPENED).when(new Open(HALF)).thenRejected(new Refused("it is open", 2))))
                .contains("expected rejection" + System.lineSeparator() + "    rejected: Refused[")
                .endsWith("reason.times: expected 2, found 1");
    }

    @Test
    void events_instead_of_a_rejection_fail() {
        assertThat(failure(() -> door.given().when(new Open(HALF)).thenRejected(new Refused("it is open", 1))))
                .contains("expected rejection")
                .endsWith("    1. Opened[width=0.5, by=alice]");
        assertThat(failure(() -> door.given().when(new Open(HALF)).thenRejected(Refused.class)))
                .contains("    rejected: any Refused");
    }

    @Test
    void events_instead_of_nothing_fail() {
        assertThat(failure(() -> door.given().when(new Open(HALF)).thenNothing()))
                .contains("expected events" + System.lineSeparator() + "    nothing")
                .endsWith("size: expected 0, found 1");
    }

    @Test
    void another_state_differs_by_component() {
        assertThat(failure(() -> door.given(OPENED).thenState(new DoorState(false, HALF))))
                .doesNotContain("when")
                .endsWith("open: expected false, found true");
        assertThat(failure(() -> door.given().when(new Open(HALF)).thenState(new DoorState(true, BigDecimal.TEN))))
                .endsWith("width: expected 10, found 0.5");
    }

    @Test
    void a_decision_that_throws_dice_is_found_out() {
        assertThat(failure(() -> Scenario.of(new DiceDoor()).given().when("open")))
                .contains("expected the same decision at the second time")
                .endsWith("    1: expected opened 1, found opened 2");
    }

    private static String failure(ThrowingCallable scenario) {
        return String.valueOf(assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(scenario)
                .actual()
                .getMessage());
    }
}
