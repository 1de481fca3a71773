package dev.daybook.examples.exchange.feed;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.exchange.feed.FeedEvent.FeedOpened;
import io.vavr.control.Either;
import java.util.List;

/**
 * One stock's messages of one day: bound to the content of one file, so that a line number means the same at every reading. Its
 * id reads {@code feed_…}.
 */
public final class Feed implements Aggregate<OpenFeed, FeedState, FeedEvent, AnotherFile> {

    @Override
    public FeedState initial() {
        return new FeedState("", "");
    }

    @Override
    public Either<AnotherFile, List<FeedEvent>> decide(FeedState state, OpenFeed open) {
        if (state.sha256().isEmpty()) {
            return Either.right(
                    List.of(new FeedOpened(open.symbol(), open.date(), open.file(), open.sha256(), open.messages())));
        }
        return state.sha256().equals(open.sha256())
                ? Either.right(List.of())
                : Either.left(new AnotherFile(state.file(), state.sha256()));
    }

    @Override
    public FeedState apply(FeedState state, FeedEvent event) {
        return switch (event) {
            case FeedOpened opened -> new FeedState(opened.file(), opened.sha256());
        };
    }

    @Override
    public Class<FeedState> stateClass() {
        return FeedState.class;
    }

    @Override
    public Class<FeedEvent> eventClass() {
        return FeedEvent.class;
    }
}
