package dev.daybook.jooq;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** An index that can be walked in the order of positions, and what of it. */
sealed interface Source {

    /** Every event. */
    record Log() implements Source {
        @Override
        public Kind kind() {
            return Kind.LOG;
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /** The events of one aggregate, by sequence. */
    record Aggregate(long key, String id) implements Source {
        @Override
        public Kind kind() {
            return Kind.AGGREGATE;
        }

        @Override
        public List<Object> arguments() {
            return List.of(key);
        }
    }

    /** The events of one type in one version. */
    record Type(long key) implements Source {
        @Override
        public Kind kind() {
            return Kind.TYPE;
        }

        @Override
        public List<Object> arguments() {
            return List.of(key);
        }
    }

    /** The events with one label. */
    record Label(String label) implements Source {
        @Override
        public Kind kind() {
            return Kind.LABEL;
        }

        @Override
        public List<Object> arguments() {
            return List.of(label);
        }
    }

    /** Which index it is. */
    enum Kind {
        LOG,
        AGGREGATE,
        TYPE,
        LABEL
    }

    Kind kind();

    /** What is looked for in the index, if anything. */
    List<Object> arguments();

    /** Binds what is looked for, the bounds of the key and the number of rows from a parameter on; answers the last of them. */
    default int bind(PreparedStatement statement, int first, Span keys, long rows) throws SQLException {
        int index = first;
        for (Object argument : arguments()) {
            statement.setObject(index++, argument);
        }
        statement.setLong(index++, keys.behind());
        statement.setLong(index++, keys.upTo());
        statement.setLong(index, rows);
        return index;
    }
}
