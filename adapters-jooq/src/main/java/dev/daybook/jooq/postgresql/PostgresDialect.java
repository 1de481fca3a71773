package dev.daybook.jooq.postgresql;

import dev.daybook.jooq.DataSourceDialect;
import dev.daybook.jooq.Layout;
import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.Server;
import dev.daybook.ports.storage.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** What is particular to PostgreSQL. */
final class PostgresDialect extends DataSourceDialect {

    /** {@code DyBk}, for the advisory lock under which the schema is made. */
    private static final int SCHEMA_LOCK = 0x4479426B;

    /** Longer than any pause the writer makes between two statements of a transaction, and shorter than anybody's patience. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    private final RelationalBuilder chosen;
    private final Server server;

    private PostgresDialect(DataSource source, RelationalBuilder chosen, Server server) {
        super(SQLDialect.POSTGRES, source, chosen.schema());
        this.chosen = chosen;
        this.server = server;
    }

    static PostgresDialect on(DataSource source, RelationalBuilder chosen) {
        return new PostgresDialect(
                source,
                chosen,
                Server.ask(
                        source,
                        chosen,
                        "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1),"
                                + " current_setting('fsync'), current_setting('synchronous_commit')",
                        PostgresFaults::of,
                        PostgresFaults::remedy));
    }

    @Override
    public String engine() {
        return server.engine();
    }

    @Override
    public String location() {
        return server.location();
    }

    @Override
    public String durability() {
        return fsync().equals("on")
                ? "on the server's disk when append returns (synchronous_commit, fsync=on)"
                : "lost with the power: the server does not flush (fsync=" + fsync() + ")";
    }

    private String fsync() {
        return server.settings().getFirst();
    }

    @Override
    public Duration patience() {
        return chosen.patience();
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

    @Override
    protected void prepare(Connection connection) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(chosen.timeout().toMillis()));
        execute(
                connection,
                "set lock_timeout = " + chosen.lockTimeout().toMillis() + "; set idle_in_transaction_session_timeout = "
                        + idle().toMillis());
        if (server.settings().getLast().equals("off")) {
            execute(connection, "set synchronous_commit = on");
        }
    }

    /** Where no answer counts as lost sooner than that, neither need the lock stay with a session that is lost. */
    private Duration idle() {
        return chosen.timeout().compareTo(LONGEST_IDLE) < 0 ? chosen.timeout() : LONGEST_IDLE;
    }

    @Override
    protected void restore(Connection connection) throws SQLException {
        execute(connection, "reset lock_timeout; reset idle_in_transaction_session_timeout; reset synchronous_commit");
    }

    @Override
    protected void lockSchema(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }

    @Override
    public Fault fault(SQLException error) {
        return PostgresFaults.of(error);
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        return PostgresFaults.isDuplicate(error);
    }

    @Override
    public String remedy(Fault fault) {
        return PostgresFaults.remedy(fault);
    }
}
