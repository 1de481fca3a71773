package dev.daybook.examples.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what {@code SqlContract} asks: to HSQLDB a bare name is one in capitals, so that the contract's own statements do not fit. */
class HsqldbShellTest {

    private final String url = "hsqldb:mem:" + UUID.randomUUID();
    private final Storage storage = new HsqldbStorage().open(url);

    @AfterEach
    void close() {
        storage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"event_log\" set \"sequence\" = 7",
                "delete from \"event_log\"",
                "delete from \"aggregate\"",
                "update \"event_label\" set \"label\" = 't:a:b'"
            })
    void history_is_not_changed_by_a_shell(String change) {
        storage.log().append(Append.of(Events.event("order_1").tagged(Tag.of("course", "c1"))));
        assertThatThrownBy(() -> ask(change)).hasMessageContaining("Daybook: ");
        assertThat(Events.all(storage.log())).hasSize(1);
    }

    @Test
    void an_event_reads_as_text() throws SQLException {
        NewEvent event = Events.event("order_1");
        storage.log().append(Append.of(event));
        assertThat(ask("select \"id\" || '|' || \"event_data\" || '|' || \"timestamp\" from \"events\""))
                .isEqualTo(event.id() + "|{\"quantity\":5}|2026-03-01T12:00:00.123456Z");
    }

    private String ask(String statement) throws SQLException {
        try (Connection shell = DriverManager.getConnection("jdbc:" + url);
                Statement running = shell.createStatement()) {
            if (!running.execute(statement)) {
                return "";
            }
            try (ResultSet row = running.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
