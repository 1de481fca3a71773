package dev.daybook.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    record State(String name, BigDecimal amount, Kind kind) {}

    record Renamed(String name, BigDecimal amount, Kind kind) {}

    record OtherName(String label, BigDecimal amount, Kind kind) {}

    record OtherType(String name, double amount, Kind kind) {}

    record OtherEnum(String name, BigDecimal amount, MoreKinds kind) {}

    record Longer(String name, BigDecimal amount, Kind kind, long more) {}

    enum Kind {
        BUY,
        SELL
    }

    enum MoreKinds {
        BUY,
        SELL,
        SHORT
    }

    record Numbers(List<Long> values) {}

    record Texts(List<String> values) {}

    record DeepA(Map<String, List<Inner>> values) {}

    record DeepB(Map<String, List<OtherInner>> values) {}

    record Inner(int a) {}

    record OtherInner(int b) {}

    sealed interface Figure {
        record Circle(double radius) implements Figure {}

        record Square(double side) implements Figure {}
    }

    sealed interface RenamedAlternative {
        record Disc(double radius) implements RenamedAlternative {}

        record Square(double side) implements RenamedAlternative {}
    }

    @SuppressWarnings("ArrayRecordComponent") // people do
    record Tree(String name, List<Tree> children, Tree[] array) {}

    static final class Plain {
        long count;
    }

    static final class PlainToo {
        long count;
    }

    @Test
    void it_is_the_same_for_the_same_fold_and_for_a_state_of_another_name() {
        assertThat(of(State.class))
                .isEqualTo(of(State.class))
                .isEqualTo(of(Renamed.class))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void it_changes_with_the_folds_name_and_version() {
        assertThat(Fingerprint.of("Order", 2, State.class)).isNotEqualTo(of(State.class));
        assertThat(Fingerprint.of("Orders", 1, State.class)).isNotEqualTo(of(State.class));
    }

    @Test
    void it_changes_with_whatever_a_state_is_made_of() {
        assertThat(List.of(
                        of(State.class),
                        of(OtherName.class),
                        of(OtherType.class),
                        of(OtherEnum.class),
                        of(Longer.class),
                        of(Numbers.class),
                        of(Texts.class),
                        of(DeepA.class),
                        of(DeepB.class),
                        of(Figure.class),
                        of(RenamedAlternative.class),
                        of(Plain.class),
                        of(PlainToo.class)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_type_that_contains_itself_comes_to_an_end() {
        assertThat(text(Tree.class))
                .isEqualTo("record(name:java.lang.String,children:java.util.List<#0,>,array:#0[],)");
    }

    private static String text(Class<?> type) {
        return Shape.of(type);
    }

    private static String of(Class<?> type) {
        return Fingerprint.of("Order", 1, type);
    }
}
