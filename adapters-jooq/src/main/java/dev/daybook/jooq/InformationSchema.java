package dev.daybook.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What a database says about its own tables, in the words of the SQL standard. */
final class InformationSchema {

    private InformationSchema() {}

    /** Whether there is a schema of that name, as the engine writes it. */
    static boolean hasSchema(Connection connection, String schema) throws SQLException {
        return count(connection, "schemata where schema_name = ?", schema) > 0;
    }

    static boolean has(Connection connection, String schema, Tables.LogTable table) throws SQLException {
        return count(connection, "tables where table_schema = ? and table_name = ?", schema, table.getName()) > 0;
    }

    /** Whether a database has no other tables than those of a schema that are named here, as far as they are there. */
    static boolean hasNothingBut(Connection connection, String schema, List<Tables.LogTable> tables)
            throws SQLException {
        int found = 0;
        for (Tables.LogTable table : tables) {
            found += has(connection, schema, table) ? 1 : 0;
        }
        return count(connection, "tables where lower(table_schema) <> 'information_schema'") == found;
    }

    private static int count(Connection connection, String what, String... arguments) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from information_schema." + what)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
