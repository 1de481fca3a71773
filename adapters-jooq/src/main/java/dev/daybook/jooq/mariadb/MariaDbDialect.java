package dev.daybook.jooq.mariadb;

import dev.daybook.jooq.Layout;
import dev.daybook.jooq.RelationalBuilder;
import dev.daybook.jooq.ServerDialect;
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
final class MariaDbDialect extends ServerDialect {

    private static final String SCHEMA_LOCK = "'daybook_schema'";

    /** What MariaDB calls ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_TIMEOUT = 1205;

    /** A payload and metadata at their limits, in one statement. */
    private static final long LEAST_PACKET = 8L << 20;

    /** Where the driver writes values into the statement, it writes some bytes as two. */
    private static final int ESCAPED = 2;

    /** What a statement adds to the state of a snapshot, with room to spare. */
    private static final long BESIDE_STATE = 1L << 16;

    private final RelationalBuilder chosen;
    private final long packet;

    MariaDbDialect(DataSource source, RelationalBuilder chosen) {
        super(
                SQLDialect.MARIADB,
                source,
                chosen,
                new MariaDbFaults(),
                "select concat('MariaDB ', substring_index(version(), '-', 1)),"
                        + " @@innodb_flush_log_at_trx_commit, @@max_allowed_packet");
        this.chosen = chosen;
        this.packet = Long.parseLong(settings().getLast());
        if (packet < LEAST_PACKET) {
            throw new StorageException(
                    Fault.FAILED,
                    location() + " takes packets of " + packet + " bytes, and an event can need " + LEAST_PACKET
                            + ". Set the server's max_allowed_packet to at least that",
                    null);
        }
    }

    @Override
    public String durability() {
        String flush = settings().getFirst();
        return flush.equals("1")
                ? "on the server's disk when append returns (innodb_flush_log_at_trx_commit=1)"
                : "the newest appends can be lost with the power: the server does not flush at each commit"
                        + " (innodb_flush_log_at_trx_commit=" + flush + ")";
    }

    /** A snapshot goes to the server in one packet. */
    @Override
    public Limits limits() {
        Limits standard = Limits.standard();
        return standard.withSnapshotBytes((int) Math.min(standard.snapshotBytes(), (packet - BESIDE_STATE) / ESCAPED));
    }

    /** Of a batch of rows that may be there already the server makes as many statements. */
    @Override
    public boolean putsRowsTogether() {
        return true;
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
    protected String set(Duration lockTimeout, Duration idle) {
        return "set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = "
                + seconds(lockTimeout) + ", idle_transaction_timeout = " + seconds(idle);
    }

    private static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }

    @Override
    protected String reset() {
        return "set session sql_mode = default, innodb_lock_wait_timeout = default, idle_transaction_timeout = default";
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
}
