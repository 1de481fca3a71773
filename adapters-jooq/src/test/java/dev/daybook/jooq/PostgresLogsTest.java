package dev.daybook.jooq;

final class PostgresLogsTest extends ServerLogs {

    PostgresLogsTest() {
        super(TestServer.postgresql());
    }
}
