package dev.daybook.jooq;

final class MariaDbJoinedAppendsTest extends JoinedAppends {

    MariaDbJoinedAppendsTest() {
        super(TestServer.mariadb());
    }
}
