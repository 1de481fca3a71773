package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Says what an engine's error means, and what to do about it. */
final class Faults {

    private final Dialect dialect;

    Faults(Dialect dialect) {
        this.dialect = dialect;
    }

    StorageException reading(SQLException error) {
        return named("cannot read ", "", error);
    }

    StorageException writing(SQLException error) {
        return named("cannot write to ", "; nothing was written", error);
    }

    StorageException unknown(StorageException error) {
        return new StorageException(
                Fault.UNKNOWN,
                "a commit to " + dialect.location() + " was not answered: "
                        + (error.getCause() instanceof SQLException cause ? reason(cause) : error.getMessage())
                        + "; it is not known whether the events were stored. Append the same events again, with the same ids:"
                        + " that stores them once, and answers what became of them",
                error);
    }

    StorageException opening(SQLException error) {
        return named("cannot open ", "", error);
    }

    Fault of(SQLException error) {
        return error instanceof DamagedException ? Fault.DAMAGED : dialect.fault(error);
    }

    StorageException moved() {
        return new StorageException(
                Fault.MISSING,
                dialect.location() + " was removed or replaced while it was open. " + dialect.remedy(Fault.MISSING),
                null);
    }

    StorageException readOnly() {
        return new StorageException(
                Fault.READ_ONLY,
                dialect.location() + " was opened for reading only, and nothing was written. Open it for writing",
                null);
    }

    StorageException closed() {
        return new StorageException(Fault.CLOSED, dialect.location() + " was closed. Open it again to go on", null);
    }

    /** A pool that has waited in vain says so, and what kept it waiting only in the cause. */
    static String reason(SQLException error) {
        Throwable cause = error.getCause();
        return error instanceof SQLTransientConnectionException && cause != null
                ? error.getMessage() + ": " + cause.getMessage()
                : String.valueOf(error.getMessage());
    }

    private StorageException named(String what, String outcome, SQLException error) {
        Fault fault = of(error);
        return new StorageException(
                fault,
                what + dialect.location() + ": " + reason(error) + outcome + ". " + dialect.remedy(fault),
                error);
    }
}
