package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.DataSourceDialect;
import dev.daybook.jooq.Layout;
import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.Server;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Limits;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** What is particular to MariaDB. */
final class MariaDbDialect extends DataSourceDialect {

    private static final String SCHEMA_LOCK = "'daybook_schema'";

    /** Longer than any pause the writer makes between two statements of a transaction, and shorter than anybody's patience. */
    private static final int LONGEST_IDLE = 10;

    /** What MariaDB calls ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_TIMEOUT = 1205;

    /** A payload and metadata at their limits, in one statement. */
    private static final long LEAST_PACKET = 8L << 20;

    /** Where the driver writes values into the statement, it writes some bytes as two. */
    private static final int ESCAPED = 2;

    /** What a statement adds to the state of a snapshot, with room to spare. */
    private static final long BESIDE_STATE = 1L << 16;

    private final RelationalBuilder chosen;
    private final Server server;
    private final long packet;

    private MariaDbDialect(DataSource source, RelationalBuilder chosen, Server server) {
        super(SQLDialect.MARIADB, source, chosen.schema());
        this.chosen = chosen;
        this.server = server;
        this.packet = Long.parseLong(server.settings().getLast());
        if (packet < LEAST_PACKET) {
            throw new StorageException(
                    Fault.FAILED,
                    server.location() + " takes packets of " + packet + " bytes, and an event can need " + LEAST_PACKET
                            + ". Set the server's max_allowed_packet to at least that",
                    null);
        }
    }

    static MariaDbDialect on(DataSource source, RelationalBuilder chosen) {
        return new MariaDbDialect(
                source,
                chosen,
                Server.ask(
                        source,
                        chosen,
                        "select concat('MariaDB ', substring_index(version(), '-', 1)),"
                                + " @@innodb_flush_log_at_trx_commit, @@max_allowed_packet",
                        MariaDbFaults::of,
                        MariaDbFaults::remedy));
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
        String flush = server.settings().getFirst();
        return flush.equals("1")
                ? "on the server's disk when append returns (innodb_flush_log_at_trx_commit=1)"
                : "the newest appends can be lost with the power: the server does not flush at each commit"
                        + " (innodb_flush_log_at_trx_commit=" + flush + ")";
    }

    @Override
    public Duration patience() {
        return chosen.patience();
    }

    /** A snapshot goes to the server in one packet. */
    @Override
    public Limits limits() {
        Limits standard = Limits.standard();
        return standard.withSnapshotBytes((int) Math.min(standard.snapshotBytes(), (packet - BESIDE_STATE) / ESCAPED));
    }

    @Override
    public Layout layout() {
        return new MariaDbLayout();
    }

    @Override
    protected String currentSchema(Connection connection) throws SQLException {
        String database = connection.getCatalog();
        if (database == null) {
            throw new SQLException("the connection is to no database", "3D000");
        }
        return database;
    }

    /** Strict, so that nothing is ever cut to fit. The lock's time-out counts whole seconds. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(chosen.timeout().toMillis()));
        execute(
                connection,
                "set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = "
                        + seconds(chosen.lockTimeout())
                        + ", idle_transaction_timeout = "
                        + Math.min(seconds(chosen.timeout()), LONGEST_IDLE));
    }

    private static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }

    @Override
    protected void restore(Connection connection) throws SQLException {
        execute(
                connection,
                "set session sql_mode = default, innodb_lock_wait_timeout = default,"
                        + " idle_transaction_timeout = default");
    }

    @Override
    protected void lockSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select get_lock(" + SCHEMA_LOCK + ", "
                        + chosen.lockTimeout().toSeconds() + ")")) {
            row.next();
            if (row.getInt(1) != 1) {
                throw new SQLException("another process is making or updating the schema", "40001", LOCK_TIMEOUT);
            }
        }
    }

    /** MariaDB commits each statement that makes a table, and the lock with none of them. */
    @Override
    public void endMigration(Connection connection) throws SQLException {
        execute(connection, "do release_lock(" + SCHEMA_LOCK + ")");
    }

    @Override
    public Fault fault(SQLException error) {
        return MariaDbFaults.of(error);
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        return MariaDbFaults.isDuplicate(error);
    }

    @Override
    public String remedy(Fault fault) {
        return MariaDbFaults.remedy(fault);
    }
}
