package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What the errors of a server's engine mean, and those of a pool of connections to it. */
public abstract class EngineFaults {

    /** For a subclass. */
    protected EngineFaults() {}

    /** A pool that has waited in vain wraps whatever kept it waiting. */
    final Fault of(SQLException error) {
        if (!(error instanceof SQLTransientConnectionException) || error.getErrorCode() != 0) {
            return ofEngine(error);
        }
        return error.getCause() instanceof SQLException cause && of(cause) == Fault.MISSING
                ? Fault.MISSING
                : Fault.UNAVAILABLE;
    }

    /**
     * What an error of the engine's own means.
     *
     * @param error what it reported
     * @return the kind of fault, {@link Fault#FAILED} if it is none of the others
     */
    protected abstract Fault ofEngine(SQLException error);

    /**
     * Whether the engine refused a row because another one has its key.
     *
     * @param error what it reported
     * @return true if so
     */
    protected abstract boolean isDuplicate(SQLException error);

    /**
     * What somebody can do about a fault.
     *
     * @param fault the kind of fault
     * @return one sentence in the imperative
     */
    protected abstract String remedy(Fault fault);
}
