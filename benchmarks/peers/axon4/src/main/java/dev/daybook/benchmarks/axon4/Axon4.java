package dev.daybook.benchmarks.axon4;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** The JDBC engine with JSON by Jackson, a transaction for each unit of work, and pages of 1,000. */
final class Axon4 implements Peer {

    /** The best of 100, which is the default, 1,000 and 5,000. */
    private static final int PAGE = 1_000;

    private final PeerDatabase database;
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final ConnectionProvider connections;
    private final JdbcEventStorageEngine engine;
    private @Nullable Axon4View view;

    Axon4(PeerDatabase database) {
        this.database = database;
        connections = new UnitOfWorkAwareConnectionProviderWrapper(() -> connect(database.source()));
        JacksonSerializer serializer =
                JacksonSerializer.builder().objectMapper(json).build();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(PAGE)
                // Its query asks for a number where there may be none, which the driver of SQLite does not give.
                .extendedGapCheckEnabled(database.kind() != EngineKind.SQLITE)
                .build();
        engine.createSchema(tables(database.kind()));
    }

    private static EventTableFactory tables(EngineKind kind) {
        return switch (kind) {
            case SQLITE -> new SqliteTables();
            case H2 -> new H2Tables();
            case POSTGRESQL -> PostgresEventTableFactory.INSTANCE;
            case MARIADB -> MySqlEventTableFactory.INSTANCE;
        };
    }

    /** A unit of work commits what is not committed by itself. */
    private static Connection connect(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        if (CurrentUnitOfWork.isStarted()) {
            connection.setAutoCommit(false);
        }
        return connection;
    }

    @Override
    public void append(String aggregate, long first, List<BookEvent> events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>(events.size());
        for (BookEvent event : events) {
            messages.add(new GenericDomainEventMessage<>("Book", aggregate, first - 1 + messages.size(), event));
        }
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>(aggregate));
        work.execute(() -> engine.appendEvents(messages));
    }

    @Override
    public <S> S replay(String aggregate, S initial, BiFunction<S, BookEvent, S> fold) {
        S state = initial;
        DomainEventStream events = engine.readEvents(aggregate);
        while (events.hasNext()) {
            state = fold.apply(state, (BookEvent) events.next().getPayload());
        }
        return state;
    }

    @Override
    public void readAll(Consumer<BookEvent> each) {
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            events.forEach(event -> each.accept((BookEvent) event.getPayload()));
        }
    }

    /** Its token store locks rows by FOR UPDATE, which SQLite does not know. */
    @Override
    public boolean keepsViews() {
        return database.kind() != EngineKind.SQLITE;
    }

    @Override
    public void follow(String name, int events) throws SQLException, InterruptedException {
        if (view == null) {
            view = new Axon4View(engine, connections, json, database.kind());
        }
        view.follow(name, events);
    }

    @Override
    public void close() {
        // It has nothing of its own to close.
    }
}
