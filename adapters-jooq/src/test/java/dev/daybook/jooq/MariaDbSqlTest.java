package dev.daybook.jooq;

import com.zaxxer.hikari.HikariDataSource;

final class MariaDbSqlTest extends ServerSql {

    private static final TestServer SERVER = TestServer.mariadb();
    private static final HikariDataSource POOL = SERVER.pool(20);

    MariaDbSqlTest() {
        super(SERVER, POOL);
    }
}
