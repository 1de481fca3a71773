package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.Layout;
import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.ServerDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** What is particular to PostgreSQL. */
final class PostgresDialect extends ServerDialect {

    /** {@code DyBk}, for the advisory lock under which the schema is made. */
    private static final int SCHEMA_LOCK = 0x4479426B;

    /** Data, constraints, the state of the transaction, its end by the server, the statement, resources, locks. */
    private static final Set<String> BEFORE_COMMIT = Set.of("22", "23", "25", "40", "42", "53", "55");

    /** The server's processes that serve this storage. */
    private final Set<Integer> processes = ConcurrentHashMap.newKeySet();

    PostgresDialect(DataSource source, RelationalBuilder chosen) {
        super(
                SQLDialect.POSTGRES,
                source,
                chosen,
                new PostgresFaults(),
                "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1),"
                        + " current_setting('fsync'), current_setting('synchronous_commit')");
    }

    @Override
    public String durability() {
        return fsync().equals("on")
                ? "on the server's disk when append returns (synchronous_commit, fsync=on)"
                : "lost with the power: the server does not flush (fsync=" + fsync() + ")";
    }

    private String fsync() {
        return settings().getFirst();
    }

    @Override
    public Layout layout() {
        return new PostgresLayout();
    }

    @Override
    protected String currentSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        if (schema == null) {
            throw new SQLException("no schema of the search path exists", "3F000");
        }
        return schema;
    }

    /** In read committed each statement has a snapshot of its own, also of those that the driver sends at once. */
    @Override
    protected boolean answersSeveral() {
        return true;
    }

    /** What the server refuses by these classes of its codes, it has refused before anything was committed. */
    @Override
    public boolean mayHaveCommitted(SQLException error) {
        String state = error.getSQLState();
        return state == null || !BEFORE_COMMIT.contains(state.substring(0, 2));
    }

    @Override
    protected String set(Duration lockTimeout, Duration idle) {
        String set = "set lock_timeout = " + lockTimeout.toMillis() + "; set idle_in_transaction_session_timeout = "
                + idle.toMillis();
        return settings().getLast().equals("off") ? set + "; set synchronous_commit = on" : set;
    }

    @Override
    protected String reset() {
        return "reset lock_timeout; reset idle_in_transaction_session_timeout; reset synchronous_commit";
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        super.prepare(connection);
        PostgresListener.process(connection).ifPresent(processes::add);
    }

    @Override
    protected void restore(Connection connection) throws SQLException {
        PostgresListener.process(connection).ifPresent(processes::remove);
        super.restore(connection);
    }

    /** With another driver than PostgreSQL's own there is no way to hear anything. */
    @Override
    public Listening listen(Runnable grown) {
        return processes.isEmpty() ? super.listen(grown) : new PostgresListener(this, grown);
    }

    String logOf(Connection connection) throws SQLException {
        return schemaOf(connection);
    }

    boolean isOwn(int process) {
        return processes.contains(process);
    }

    @Override
    protected void lockSchema(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }
}
