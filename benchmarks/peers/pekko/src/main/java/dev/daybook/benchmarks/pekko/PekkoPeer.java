package dev.daybook.benchmarks.pekko;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.jdbc.testkit.javadsl.SchemaUtils;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;

/** An actor for each aggregate. Its events are tagged if the log will be read as a whole, since Pekko reads by tag. */
final class PekkoPeer implements Peer {

    private static final Duration ATMOST = Duration.ofMinutes(2);
    private static final String TAG = "book";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ActorSystem<SpawnProtocol.Command> system;
    private final Set<String> tags;
    private final Map<String, ActorRef<Book.Command<Long>>> books = new ConcurrentHashMap<>();

    PekkoPeer(PeerDatabase database) throws ExecutionException, InterruptedException, IOException {
        tags = database.readAsWhole() ? Set.of(TAG) : Set.of();
        String name = "peer-" + NUMBER.incrementAndGet();
        PooledDatabase.offer(name, database);
        ClassLoader classes = PekkoPeer.class.getClassLoader();
        Config config = ConfigFactory.load(classes, "pekko-peer");
        system = ActorSystem.create(SpawnProtocol.create(), name, config);
        makeTables(database.kind()).toCompletableFuture().get();
    }

    private CompletionStage<Done> makeTables(EngineKind kind) throws IOException {
        if (kind != EngineKind.POSTGRESQL) {
            return SchemaUtils.createIfNotExists(system.classicSystem());
        }
        // The plug-in's own script, which names one schema for everybody.
        try (InputStream script =
                SchemaUtils.class.getResourceAsStream("/schema/postgres/postgres-create-schema.sql")) {
            String sql = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaUtils.applyScript(sql.replace("public.", ""), system.classicSystem());
        }
    }

    @Override
    public void append(String aggregate, long first, List<BookEvent> events) throws Exception {
        ActorRef<Book.Command<Long>> book = books.computeIfAbsent(aggregate, this::start);
        AskPattern.<Book.Command<Long>, Done>ask(
                        book, replyTo -> new Book.Append<>(events, replyTo), ATMOST, system.scheduler())
                .toCompletableFuture()
                .get();
    }

    private ActorRef<Book.Command<Long>> start(String aggregate) {
        return spawn(new Book<>(aggregate, 0L, (count, event) -> count + 1, tags));
    }

    private <S> ActorRef<Book.Command<S>> spawn(Book<S> book) {
        return AskPattern.<SpawnProtocol.Command, ActorRef<Book.Command<S>>>ask(
                        system,
                        replyTo -> new SpawnProtocol.Spawn<>(book, "", Props.empty(), replyTo),
                        ATMOST,
                        system.scheduler())
                .toCompletableFuture()
                .join();
    }

    @Override
    public <S> S replay(String aggregate, S initial, BiFunction<S, BookEvent, S> fold) throws Exception {
        ActorRef<Book.Command<Long>> running = books.remove(aggregate);
        if (running != null) {
            leave(running);
        }
        return leave(spawn(new Book<>(aggregate, initial, fold, tags)));
    }

    private <S> S leave(ActorRef<Book.Command<S>> book) throws Exception {
        return AskPattern.<Book.Command<S>, S>ask(book, Book.Leave::new, ATMOST, system.scheduler())
                .toCompletableFuture()
                .get();
    }

    @Override
    public void readAll(Consumer<BookEvent> each) throws Exception {
        JdbcReadJournal journal =
                PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
        journal.currentEventsByTag(TAG, Offset.noOffset())
                .runWith(Sink.foreach(found -> each.accept((BookEvent) found.event())), system)
                .toCompletableFuture()
                .get();
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
