package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears what other sessions append to a log, by LISTEN on a connection of its own. A connection that is lost is replaced. */
final class PostgresListener implements Dialect.Listening, Runnable {

    static final String CHANNEL = "daybook";

    private static final System.Logger LOG = System.getLogger(PostgresListener.class.getName());

    private static final boolean HAS_DRIVER = hasDriver();

    /** How long it may take until it notices that it is closed. */
    private static final int TURN_MILLIS = 200;

    private static final int PAUSE_SECONDS = 1;

    private final PostgresDialect dialect;
    private final Runnable grown;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Begins to listen. */
    PostgresListener(PostgresDialect dialect, Runnable grown) {
        this.dialect = dialect;
        this.grown = grown;
        thread = Thread.ofVirtual().name("daybook-listener").start(this);
    }

    /** The server's process behind a connection, if PostgreSQL's own driver is there and has made it. */
    static OptionalInt process(Connection connection) throws SQLException {
        return HAS_DRIVER && connection.isWrapperFor(PGConnection.class)
                ? OptionalInt.of(connection.unwrap(PGConnection.class).getBackendPID())
                : OptionalInt.empty();
    }

    private static boolean hasDriver() {
        try {
            Class.forName("org.postgresql.PGConnection", false, PostgresListener.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public void run() {
        while (isOpen()) {
            try {
                listen();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "does not hear what others append, and goes on asking", e);
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        Connection connection = dialect.connectToRead();
        try (Statement statement = connection.createStatement()) {
            PGConnection listening = connection.unwrap(PGConnection.class);
            String log = dialect.logOf(connection);
            statement.execute("listen " + CHANNEL);
            // For what came before.
            grown.run();
            while (isOpen()) {
                PGNotification[] heard = listening.getNotifications(TURN_MILLIS);
                if (heard != null && isOthers(heard, log)) {
                    grown.run();
                }
            }
            statement.execute("unlisten " + CHANNEL);
        } finally {
            dialect.release(connection);
        }
    }

    private boolean isOthers(PGNotification[] heard, String log) {
        for (PGNotification notification : heard) {
            if (notification.getParameter().equals(log) && !dialect.isOwn(notification.getPID())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            var unused = closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
