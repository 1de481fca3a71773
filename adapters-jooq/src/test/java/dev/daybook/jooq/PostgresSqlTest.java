package dev.daybook.jooq;

import com.zaxxer.hikari.HikariDataSource;

final class PostgresSqlTest extends ServerSql {

    private static final TestServer SERVER = TestServer.postgresql();
    private static final HikariDataSource POOL = SERVER.pool(20);

    PostgresSqlTest() {
        super(SERVER, POOL);
    }
}
