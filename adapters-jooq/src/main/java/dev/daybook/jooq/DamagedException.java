package dev.daybook.jooq;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database answers cannot be what was written. */
final class DamagedException extends SQLException {

    private static final long serialVersionUID = 1L;

    DamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
