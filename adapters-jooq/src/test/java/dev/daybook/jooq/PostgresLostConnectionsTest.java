package dev.daybook.jooq;

final class PostgresLostConnectionsTest extends LostConnections {

    PostgresLostConnectionsTest() {
        super(TestServer.postgresql());
    }
}
