package dev.daybook.jooq;

import static dev.daybook.testkit.sample.Events.allInOrder;
import static dev.daybook.testkit.sample.Events.append;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class PostgresLostConnectionsTest extends LostConnections {

    PostgresLostConnectionsTest() {
        super(TestServer.postgresql());
    }

    @Test
    void a_repetition_sent_with_its_commit_that_never_arrived_was_stored_before() {
        Append before = stored();
        wire.cutBefore(COMMIT);
        assertWasStoredBefore(before);
    }

    @Test
    void a_repetition_whose_refusal_was_lost_was_stored_before() {
        Append before = stored();
        wire.cutBeforeTheAnswerTo(COMMIT);
        assertWasStoredBefore(before);
    }

    /** No time passes: after a while the log is asked for its end first. */
    private Append stored() {
        storage.close();
        storage = reopen(Duration.ofSeconds(20), Clock.fixed(Instant.now(), ZoneOffset.UTC));
        Append before = append("order_1");
        assertThat(storage.log().append(before)).isInstanceOf(AppendResult.Stored.class);
        return before;
    }

    /** Ids are not looked up first: insert and commit are one message, of which nobody learns what the insert has found. */
    private void assertWasStoredBefore(Append before) {
        assertThat(storage.log().append(before)).isInstanceOf(AppendResult.AlreadyStored.class);
        assertThat(wire.hasSprung()).isTrue();
        assertThat(allInOrder(storage)).hasSize(2);
    }
}
