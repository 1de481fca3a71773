package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** A dialect for engines that are servers across a network. */
public abstract class ServerDialect extends DataSourceDialect {

    /** Longer than any pause the writer makes between two statements of a transaction, and shorter than anybody's patience. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    private final RelationalBuilder chosen;
    private final EngineFaults faults;
    private final Server server;

    /**
     * For a subclass.
     *
     * @param dialect how jOOQ writes SQL for this engine
     * @param source where connections come from
     * @param chosen how to open the log
     * @param faults what the engine's errors mean
     * @param question answers a row: the engine with its version, and what else there is to know of the server
     * @throws dev.daybook.ports.storage.StorageException if the server cannot be asked
     */
    protected ServerDialect(
            SQLDialect dialect, DataSource source, RelationalBuilder chosen, EngineFaults faults, String question) {
        super(dialect, source, chosen.schema());
        this.chosen = chosen;
        this.faults = faults;
        server = Server.ask(source, chosen, question, faults);
    }

    /**
     * What the server has answered.
     *
     * @return all but the engine, in order
     */
    protected final List<String> settings() {
        return server.settings();
    }

    /**
     * What a session is set to.
     *
     * @param lockTimeout how long it waits for a lock
     * @param idle after how long without a statement its transaction ends, and with it the lock
     * @return a statement
     */
    protected abstract String set(Duration lockTimeout, Duration idle);

    /**
     * What undoes {@link #set}.
     *
     * @return a statement
     */
    protected abstract String reset();

    /** Where no answer counts as lost sooner than the longest pause, neither need the lock stay with a session that is lost. */
    @Override
    protected void prepare(Connection connection) throws SQLException {
        Duration timeout = chosen.timeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
        execute(connection, set(chosen.lockTimeout(), timeout.compareTo(LONGEST_IDLE) < 0 ? timeout : LONGEST_IDLE));
    }

    @Override
    protected void restore(Connection connection) throws SQLException {
        execute(connection, reset());
    }

    @Override
    public final String engine() {
        return server.engine();
    }

    @Override
    public final String location() {
        return server.location();
    }

    @Override
    public final Duration patience() {
        return chosen.patience();
    }

    @Override
    public final Fault fault(SQLException error) {
        return faults.of(error);
    }

    @Override
    public final boolean isDuplicate(SQLException error) {
        return faults.isDuplicate(error);
    }

    @Override
    public final String remedy(Fault fault) {
        return faults.remedy(fault);
    }
}
