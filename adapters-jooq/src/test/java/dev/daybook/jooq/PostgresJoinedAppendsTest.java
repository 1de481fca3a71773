package dev.daybook.jooq;

final class PostgresJoinedAppendsTest extends JoinedAppends {

    PostgresJoinedAppendsTest() {
        super(TestServer.postgresql());
    }
}
