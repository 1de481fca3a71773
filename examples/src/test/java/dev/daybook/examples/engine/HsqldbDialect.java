package dev.daybook.examples.engine;

import dev.daybook.jooq.DataSourceDialect;
import dev.daybook.jooq.Layout;
import dev.daybook.ports.storage.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.hsqldb.error.ErrorCode;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

// snippet:dialect
/** What is particular to HSQLDB. */
final class HsqldbDialect extends DataSourceDialect {

    /** The database is in this process, so that a lock of this process is enough. */
    private static final ReentrantLock SCHEMA = new ReentrantLock();

    private final String location;

    HsqldbDialect(DataSource source, String location) {
        super(SQLDialect.HSQLDB, source, null);
        this.location = location;
    }

    @Override
    public String engine() {
        return "HSQLDB 2.7";
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public String durability() {
        return "in memory; gone with the process";
    }

    @Override
    public Layout layout() {
        return new HsqldbLayout();
    }

    @Override
    protected String currentSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    @Override
    protected void lockSchema(Connection connection) {
        SCHEMA.lock();
    }

    @Override
    public void endMigration(Connection connection) {
        SCHEMA.unlock();
    }

    /** The driver hands out the array that is in the database. */
    @Override
    public byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
        byte[] kept = row.getBytes(column);
        return kept == null ? null : kept.clone();
    }

    @Override
    public Fault fault(SQLException error) {
        return error instanceof SQLTransactionRollbackException ? Fault.LOCKED : Fault.FAILED;
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        return error.getErrorCode() == -ErrorCode.X_23505;
    }

    @Override
    public String remedy(Fault fault) {
        return "See the cause, which is the engine's own error";
    }
}
// end
