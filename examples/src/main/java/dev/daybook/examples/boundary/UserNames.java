package dev.daybook.examples.boundary;

import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Fact;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Query;
import io.vavr.control.Either;
import java.util.List;
import java.util.Locale;

/** A user name belongs to one account, whatever the case of its letters. */
public final class UserNames
        implements Boundary<UserNames.Register, Boolean, UserNames.UserRegistered, UserNames.NameTaken> {

    /** Somebody wants a name. */
    public record Register(String accountId, String name) {}

    /** Somebody has it. */
    public record UserRegistered(String name) {}

    /** Somebody else has it. */
    public record NameTaken(String name) {}

    @Override
    public Class<UserRegistered> eventClass() {
        return UserRegistered.class;
    }

    @Override
    public Query query(Register command) {
        return Query.tags(tag(command));
    }

    private static Tag tag(Register command) {
        return Tag.of("user_name", command.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Boolean initial(Register command) {
        return false;
    }

    @Override
    public Boolean apply(Boolean taken, UserRegistered event) {
        return true;
    }

    @Override
    public Either<NameTaken, List<Fact<UserRegistered>>> decide(Boolean taken, Register command) {
        return taken
                ? Either.left(new NameTaken(command.name()))
                : Either.right(List.of(Fact.of(command.accountId(), new UserRegistered(command.name()), tag(command))));
    }
}
