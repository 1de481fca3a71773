package dev.daybook.examples.exchange.replay;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.ExecuteResult;
import dev.daybook.examples.exchange.feed.AnotherFile;
import dev.daybook.examples.exchange.feed.Feed;
import dev.daybook.examples.exchange.feed.OpenFeed;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.proof.Proof;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.storage.Storage;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Brings the messages of a file into a log, each once, however often it is asked to. */
public final class Replayer {

    private final Storage storage;
    private final EventCodec codec;
    private final Daybook daybook;
    private final MessageFile file;
    private final FeedNames names;

    /** From one file into one storage; the codec must be the daybook's and know the exchange's events. */
    public Replayer(Storage storage, EventCodec codec, Daybook daybook, MessageFile file) {
        this.storage = storage;
        this.codec = codec;
        this.daybook = daybook;
        this.file = file;
        this.names = FeedNames.of(file);
    }

    /** The number of messages, once all of them are known to fit together. */
    public static long rehearse(MessageFile file) {
        return Rehearsal.of(file);
    }

    /**
     * Stores what is not stored yet.
     *
     * @param messages what {@link #rehearse} answered
     * @param progress told of messages as they are done
     * @throws Problem if the log has the day from another file
     */
    public Replayed record(long messages, LongConsumer progress) {
        String sha256 = file.sha256();
        long started = System.nanoTime();
        long opened = messages == 0
                ? 0
                : open(new OpenFeed(
                        file.symbol(), file.date(), String.valueOf(file.path().getFileName()), sha256, messages));
        Recording recording = new Recording(daybook, file, names, new MessageIds(sha256), progress);
        file.forEach(recording::add);
        recording.commit();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new Replayed(messages, opened + recording.events(), recording.messages(), took);
    }

    /** Reads the file and the log again and compares them. */
    public Proof prove() {
        return Proof.of(file.path(), storage.log(), codec, names.orderPrefix(), names.tradePrefix());
    }

    private long open(OpenFeed feed) {
        Context context = Context.by("exchange").correlatedWith(names.feedId());
        return switch (daybook.repository(new Feed()).execute(names.feedId(), feed, context)) {
            case ExecuteResult.Stored<?, ?, ?> stored -> stored.events().size();
            case ExecuteResult.NothingToDo<?, ?, ?> nothing -> 0;
            case ExecuteResult.Rejected<?, ?, AnotherFile> rejected ->
                throw new Problem("%s: %s has %s messages already, but %s; name another database with --db"
                        .formatted(
                                file.path(),
                                storage.description().location(),
                                names.feedId(),
                                rejected.reason().describe()));
            case ExecuteResult.Conflict<?, ?, ?> conflict -> throw new Problem(conflict.describe() + "; replay again");
        };
    }
}
