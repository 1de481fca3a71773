package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a database server says of itself.
 *
 * @param engine the engine with its version
 * @param location where it is, without credentials
 * @param settings what else was asked, in order
 */
record Server(String engine, String location, List<String> settings) {

    /**
     * Asks a server, for as long as there is patience.
     *
     * @param source where to ask
     * @param chosen how patient to be, and in which schema the log is
     * @param query answers a row with the engine and the settings
     * @param faults what an error means, and what to do about it
     * @return the answer
     * @throws StorageException if it cannot be asked
     */
    static Server ask(DataSource source, RelationalBuilder chosen, String query, EngineFaults faults) {
        Patience patience = new Patience(chosen.patience());
        try {
            while (true) {
                try {
                    return ask(source, chosen, query);
                } catch (SQLException e) {
                    Fault fault = faults.of(e);
                    if (fault != Fault.UNAVAILABLE || !patience.pause()) {
                        throw new StorageException(
                                fault,
                                "cannot reach the database: " + Faults.reason(e) + ". " + faults.remedy(fault),
                                e);
                    }
                }
            }
        } finally {
            patience.end();
        }
    }

    private static Server ask(DataSource source, RelationalBuilder chosen, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            List<String> settings = new ArrayList<>();
            for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                settings.add(row.getString(i));
            }
            return new Server(
                    row.getString(1), location(connection.getMetaData().getURL(), chosen), settings);
        }
    }

    /** As JDBC says it, but for the parameters, among which a password can be. */
    private static String location(String url, RelationalBuilder chosen) {
        int parameters = url.indexOf('?');
        String bare = (parameters < 0 ? url : url.substring(0, parameters)).substring("jdbc:".length());
        return chosen.schema() == null ? bare : bare + ", schema " + chosen.schema();
    }
}
