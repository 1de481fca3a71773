package dev.daybook.jooq;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.NoTransactionProvider;
import org.jspecify.annotations.Nullable;

/** The tables that consumers of this process keep beside the log. */
final class RelationalEffects {

    private final Dialect dialect;
    private final String savepoint;
    private final String back;
    private final Map<String, RelationalView> views = new ConcurrentHashMap<>();

    RelationalEffects(Dialect dialect) {
        this.dialect = dialect;
        DSLContext sql = dialect.sql();
        this.savepoint = sql.render(DSL.savepoint("daybook_view"));
        this.back = sql.render(DSL.rollback().toSavepoint("daybook_view"));
    }

    RelationalView open(String name, RelationalWork work) {
        RelationalView view = new RelationalView(name, work, () -> views.remove(name));
        if (views.putIfAbsent(name, view) != null) {
            throw new IllegalStateException(
                    "the tables of " + name + " are kept by this process already; keep them once, or close what does");
        }
        try {
            prepare(work);
            return view;
        } catch (RuntimeException | Error e) {
            view.close();
            throw e;
        }
    }

    private void prepare(RelationalWork work) {
        try {
            dialect.call(() -> {
                Connection connection = dialect.connectToWrite();
                try {
                    work.prepare(sql(connection));
                    return work;
                } finally {
                    dialect.release(connection);
                }
            });
        } catch (SQLException e) {
            throw new Faults(dialect).opening(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StorageException(Fault.FAILED, "cannot prepare tables in " + dialect.location() + ": " + e, e);
        }
    }

    @Nullable
    RelationalView find(String consumer) {
        return views.get(consumer);
    }

    /** After this, {@link #takeBack} undoes what was done. */
    void mark(Session session) throws SQLException {
        session.prepare(savepoint).execute();
    }

    void takeBack(Session session) throws SQLException {
        session.prepare(back).execute();
    }

    /** Applies events; why that failed, or null. */
    @Nullable
    StorageException apply(Session session, RelationalView view, List<StoredEvent> events) {
        DSLContext sql = sql(session.connection());
        for (StoredEvent event : events) {
            try {
                view.work().apply(sql, event);
            } catch (Exception e) {
                return new StorageException(
                        Fault.FAILED,
                        "the tables of " + view.name() + " cannot be changed by the event at position "
                                + event.position()
                                + " (" + event.type() + " of " + event.aggregateId() + "): " + reason(e)
                                + "; nothing of its batch is kept. It is tried again; correct the tables or the code",
                        e);
            }
        }
        return null;
    }

    private static @Nullable String reason(Exception failure) {
        Throwable cause = failure.getCause();
        return failure instanceof DataAccessException && cause != null ? cause.getMessage() : failure.toString();
    }

    /** Not that of the log, which leaves schemas away or puts its own in their place. */
    private DSLContext sql(Connection connection) {
        return DSL.using(new DefaultConfiguration()
                .set(new DefaultConnectionProvider(connection))
                .set(new NoTransactionProvider())
                .set(dialect.sql().dialect()));
    }
}
