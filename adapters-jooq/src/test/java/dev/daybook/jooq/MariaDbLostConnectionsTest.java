package dev.daybook.jooq;

final class MariaDbLostConnectionsTest extends LostConnections {

    MariaDbLostConnectionsTest() {
        super(TestServer.mariadb());
    }
}
