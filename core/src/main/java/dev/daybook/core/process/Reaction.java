package dev.daybook.core.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What follows from something that a process was told: another state, commands to send, deadlines to set. All of it is kept in one step
 * with the fact that it was told. Immutable, and equal where all of that is; begun with {@link ProcessManager#become}.
 *
 * @param <S> the state of a process
 * @param <C> the commands
 */
public final class Reaction<S, C> {

    private final S state;
    private final List<Effect<C>> effects;
    private final ProcessStatus status;
    private final String why;

    Reaction(S state, List<Effect<C>> effects, ProcessStatus status, String why) {
        this.state = state;
        this.effects = effects;
        this.status = status;
        this.why = why;
    }

    /**
     * Sends a command, after those that were sent before.
     *
     * @param aggregateId whom to ask
     * @param command what to ask for
     * @return a changed copy
     */
    public Reaction<S, C> send(String aggregateId, C command) {
        return with(new Effect.Send<>(aggregateId, command));
    }

    /**
     * Sets a deadline, in place of one with the same name.
     *
     * @param name which one, of 1 to 50 characters and without a slash
     * @param due when it is due, by the daybook's clock; a time that has passed is due at once
     * @return a changed copy
     */
    public Reaction<S, C> deadline(String name, Instant due) {
        return with(new Effect.SetDeadline<>(name, due));
    }

    /**
     * Takes a deadline back.
     *
     * @param name which one; nothing happens if it is not set
     * @return a changed copy
     */
    public Reaction<S, C> cancel(String name) {
        return with(new Effect.CancelDeadline<>(name));
    }

    /**
     * Ends the process: its deadlines are taken back and it is told of nothing any more. What it has sent is still carried out.
     *
     * @return a changed copy
     */
    public Reaction<S, C> done() {
        return new Reaction<>(state, effects, ProcessStatus.DONE, "");
    }

    /**
     * Ends the process as {@link #done} does, without what it was begun for.
     *
     * @param reason why, for people
     * @return a changed copy
     */
    public Reaction<S, C> giveUp(String reason) {
        return new Reaction<>(state, effects, ProcessStatus.GAVE_UP, reason);
    }

    S state() {
        return state;
    }

    List<Effect<C>> effects() {
        return effects;
    }

    ProcessStatus status() {
        return status;
    }

    String why() {
        return why;
    }

    /** So that a test can compare what a process manager answers with what it should. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Reaction<?, ?> that
                && state.equals(that.state)
                && effects.equals(that.effects)
                && status == that.status
                && why.equals(that.why);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, effects, status, why);
    }

    @Override
    public String toString() {
        return "Reaction[state=" + state + ", effects=" + effects + ", status=" + status
                + (why.isEmpty() ? "" : ", why=" + why) + "]";
    }

    private Reaction<S, C> with(Effect<C> effect) {
        List<Effect<C>> more = new ArrayList<>(effects);
        more.add(effect);
        return new Reaction<>(state, List.copyOf(more), status, why);
    }
}
