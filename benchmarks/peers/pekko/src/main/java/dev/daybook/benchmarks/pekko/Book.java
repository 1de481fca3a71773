package dev.daybook.benchmarks.pekko;

import dev.daybook.benchmarks.peer.BookEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/**
 * An aggregate: an actor that stores what it is told and folds it.
 *
 * @param <S> what it is folded into
 */
final class Book<S> extends EventSourcedBehavior<Book.Command<S>, BookEvent, S> {

    /** What an aggregate is asked for. */
    sealed interface Command<S> {}

    /** To store events in one step. */
    record Append<S>(List<BookEvent> events, ActorRef<Done> replyTo) implements Command<S> {}

    /** To say what it has come to, and to stop. */
    record Leave<S>(ActorRef<S> replyTo) implements Command<S> {}

    private final S initial;
    private final BiFunction<S, BookEvent, S> fold;
    private final Set<String> tags;

    Book(String id, S initial, BiFunction<S, BookEvent, S> fold, Set<String> tags) {
        super(PersistenceId.ofUniqueId(id));
        this.initial = initial;
        this.fold = fold;
        this.tags = tags;
    }

    @Override
    public S emptyState() {
        return initial;
    }

    @Override
    public CommandHandler<Command<S>, BookEvent, S> commandHandler() {
        return (state, command) -> switch (command) {
            case Append<S>(List<BookEvent> events, ActorRef<Done> replyTo) ->
                Effect().persist(events).thenReply(replyTo, stored -> Done.getInstance());
            case Leave<S>(ActorRef<S> replyTo) -> Effect().stop().thenReply(replyTo, folded -> folded);
        };
    }

    @Override
    public EventHandler<S, BookEvent> eventHandler() {
        return fold::apply;
    }

    @Override
    public Set<String> tagsFor(BookEvent event) {
        return tags;
    }
}
