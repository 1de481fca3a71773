package dev.daybook.examples.boundary;

import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Fact;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Query;
import io.vavr.control.Either;
import java.util.List;

/** A token that was issued can be redeemed once. */
public final class Tokens implements Boundary<Tokens.Command, Tokens.State, Tokens.Event, Tokens.Refusal> {

    /** What is asked. */
    public sealed interface Command {

        /** Of which token. */
        String token();

        /** To make it. */
        record Issue(String token) implements Command {}

        /** To use it up. */
        record Redeem(String token, String by) implements Command {}
    }

    /** What happens to a token. */
    public sealed interface Event {

        /** It is good. */
        record TokenIssued(String token) implements Event {}

        /** It is used up. */
        record TokenRedeemed(String token, String by) implements Event {}
    }

    /** What a token is. */
    public enum State {
        /** Nobody has made it. */
        UNKNOWN,
        /** It can be redeemed. */
        GOOD,
        /** It was redeemed. */
        USED
    }

    /** Why not. */
    public enum Refusal {
        /** Nobody has made it. */
        UNKNOWN_TOKEN,
        /** It was redeemed, or is not new. */
        USED_ALREADY
    }

    @Override
    public Class<Event> eventClass() {
        return Event.class;
    }

    @Override
    public Query query(Command command) {
        return Query.tags(tag(command));
    }

    private static Tag tag(Command command) {
        return Tag.of("token", command.token());
    }

    @Override
    public State initial(Command command) {
        return State.UNKNOWN;
    }

    @Override
    public State apply(State state, Event event) {
        return switch (event) {
            case Event.TokenIssued issued -> State.GOOD;
            case Event.TokenRedeemed redeemed -> State.USED;
        };
    }

    @Override
    public Either<Refusal, List<Fact<Event>>> decide(State state, Command command) {
        return switch (command) {
            case Command.Issue(String token) ->
                state == State.UNKNOWN
                        ? fact(command, new Event.TokenIssued(token))
                        : Either.left(Refusal.USED_ALREADY);
            case Command.Redeem(String token, String by) ->
                switch (state) {
                    case UNKNOWN -> Either.left(Refusal.UNKNOWN_TOKEN);
                    case GOOD -> fact(command, new Event.TokenRedeemed(token, by));
                    case USED -> Either.left(Refusal.USED_ALREADY);
                };
        };
    }

    private static Either<Refusal, List<Fact<Event>>> fact(Command command, Event event) {
        return Either.right(List.of(Fact.of("token_" + command.token(), event, tag(command))));
    }
}
