package dev.daybook.jooq;

import java.sql.SQLException;

/** Lends a session for as long as one question to the database takes. */
interface Reading {

    /** A question to the database. */
    interface Question<R extends @org.jspecify.annotations.Nullable Object> {
        R ask(Session session) throws SQLException;
    }

    <R extends @org.jspecify.annotations.Nullable Object> R ask(Question<R> question) throws SQLException;

    /** For who has a session already. */
    static Reading with(Session session) {
        return new Reading() {
            @Override
            public <R extends @org.jspecify.annotations.Nullable Object> R ask(Question<R> question)
                    throws SQLException {
                return question.ask(session);
            }
        };
    }
}
