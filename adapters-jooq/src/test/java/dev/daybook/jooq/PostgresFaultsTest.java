package dev.daybook.jooq;

final class PostgresFaultsTest extends ServerFaults {

    PostgresFaultsTest() {
        super(TestServer.postgresql());
    }
}
