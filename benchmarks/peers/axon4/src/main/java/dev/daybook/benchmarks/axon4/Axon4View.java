package dev.daybook.benchmarks.axon4;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.EngineKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;

/** A view of the log in a table of the same database, kept by a pooled streaming processor in batches of 1,000. */
final class Axon4View {

    private static final int BATCH = 1_000;
    private static final long PATIENCE_MINUTES = 30;

    private final EventStorageEngine engine;
    private final ConnectionProvider connections;
    private final JacksonSerializer serializer;

    Axon4View(EventStorageEngine engine, ConnectionProvider connections, ObjectMapper json, EngineKind kind)
            throws SQLException {
        this.engine = engine;
        this.connections = connections;
        this.serializer = JacksonSerializer.builder().objectMapper(json).build();
        TokenTableFactory tables =
                kind == EngineKind.POSTGRESQL ? PostgresTokenTableFactory.INSTANCE : new TokenTables();
        tokens().createSchema(tables);
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table view_totals (view varchar(100) not null, name varchar(100) not null,"
                    + " trades bigint not null, quantity decimal(30, 4) not null, primary key (view, name))");
        }
    }

    private JdbcTokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }

    /** From the beginning of the log until so many events are in it. */
    void follow(String name, int events) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(events);
        ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
        ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(name, left))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(tokens())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .initialToken(source -> source.createTailToken())
                .build();
        processor.start();
        try {
            if (!left.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(left.getCount() + " events were not handled");
            }
        } finally {
            processor.shutDown();
            store.shutDown();
            coordinator.shutdownNow();
            worker.shutdownNow();
        }
    }

    private static String name(BookEvent.TradeBooked trade) {
        return trade.tradeId().substring(trade.tradeId().length() - 3);
    }

    private final class Handler {

        private final String view;
        private final CountDownLatch left;

        Handler(String view, CountDownLatch left) {
            this.view = view;
            this.left = left;
        }

        @org.axonframework.eventhandling.EventHandler
        public void on(BookEvent.TradeBooked trade) throws SQLException {
            // The unit of work of the batch has one connection, which it commits and closes.
            Connection connection = connections.getConnection();
            if (update(connection, trade) == 0) {
                insert(connection, trade);
            }
            left.countDown();
        }

        private int update(Connection connection, BookEvent.TradeBooked trade) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(
                    "update view_totals set trades = trades + 1, quantity = quantity + ? where view = ? and name = ?")) {
                update.setBigDecimal(1, trade.quantity());
                update.setString(2, view);
                update.setString(3, name(trade));
                return update.executeUpdate();
            }
        }

        private void insert(Connection connection, BookEvent.TradeBooked trade) throws SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into view_totals values (?, ?, 1, ?)")) {
                insert.setString(1, view);
                insert.setString(2, name(trade));
                insert.setBigDecimal(3, trade.quantity().max(BigDecimal.ZERO));
                insert.executeUpdate();
            }
        }
    }

    /** H2 and MariaDB call bytes by this name. */
    private static final class TokenTables extends GenericTokenTableFactory {

        @Override
        protected String tokenType() {
            return "VARBINARY(10000)";
        }
    }
}
