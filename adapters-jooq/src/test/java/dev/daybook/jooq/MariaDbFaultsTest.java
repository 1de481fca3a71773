package dev.daybook.jooq;

final class MariaDbFaultsTest extends ServerFaults {

    MariaDbFaultsTest() {
        super(TestServer.mariadb());
    }
}
