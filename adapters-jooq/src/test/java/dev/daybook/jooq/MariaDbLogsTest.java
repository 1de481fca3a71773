package dev.daybook.jooq;

final class MariaDbLogsTest extends ServerLogs {

    MariaDbLogsTest() {
        super(TestServer.mariadb());
    }
}
