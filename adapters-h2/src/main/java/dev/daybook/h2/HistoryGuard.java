package dev.daybook.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** By which H2 itself refuses to change what is stored; H2 makes one for each trigger. Whoever lacks this class cannot write at all. */
public final class HistoryGuard implements Trigger {

    private String refusal = "history is never changed";

    /** For H2. */
    public HistoryGuard() {}

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        refusal = "a row of " + table + " is never " + (type == DELETE ? "removed" : "changed");
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("Daybook: " + refusal, "45000");
    }
}
