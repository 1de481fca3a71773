package dev.daybook.jooq;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

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

    /** How a source is found. */
    enum Kind {
        LOG(Tables.EVENT_POSITION, null),
        AGGREGATE(Tables.EVENT_SEQUENCE, Tables.EVENT_AGGREGATE.eq(Statements.number())),
        TYPE(Tables.EVENT_POSITION, Tables.EVENT_TYPE.eq(Statements.number())),
        LABEL(Tables.LABEL_POSITION, Tables.LABEL_LABEL.eq(Statements.text()));

        /** What its rows are ordered and paged by. */
        final Field<Long> key;

        final @Nullable Condition restriction;

        Kind(Field<Long> key, @Nullable Condition restriction) {
            this.key = key;
            this.restriction = restriction;
        }
    }

    Kind kind();

    /** What is looked for in the index, if anything. */
    List<Object> arguments();
}
