package dev.daybook.testkit.scenario;

import dev.daybook.core.aggregate.Aggregate;
import java.util.List;

/**
 * Where a scenario begins: an aggregate, and nothing around it.
 *
 * <pre>{@code
 * Scenario.of(new Order())
 *         .given(placed(100))
 *         .when(new FillOrder("trade_1", 40, 10.00))
 *         .then(new OrderFilled("trade_1", 40, 10.00, 60));
 * }</pre>
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 * @param <R> why a command is rejected
 */
public final class Scenario<C, S, E, R> {

    private final Aggregate<C, S, E, R> aggregate;

    private Scenario(Aggregate<C, S, E, R> aggregate) {
        this.aggregate = aggregate;
    }

    /**
     * A scenario of one aggregate.
     *
     * @param aggregate the rules to be tested
     * @param <C> the commands
     * @param <S> the state
     * @param <E> the events
     * @param <R> why a command is rejected
     * @return the scenario, which can be used for several cases
     */
    public static <C, S, E, R> Scenario<C, S, E, R> of(Aggregate<C, S, E, R> aggregate) {
        return new Scenario<>(aggregate);
    }

    /**
     * What has happened before; nothing if no event is named.
     *
     * @param events the history, oldest first
     * @return what to go on from
     */
    @SafeVarargs
    public final Given<C, S, E, R> given(E... events) {
        return new Given<>(aggregate, List.of(events));
    }

    /**
     * What has happened before.
     *
     * @param events the history, oldest first
     * @return what to go on from
     */
    public Given<C, S, E, R> given(List<? extends E> events) {
        return new Given<>(aggregate, List.copyOf(events));
    }
}
