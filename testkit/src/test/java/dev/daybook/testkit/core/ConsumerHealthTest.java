package dev.daybook.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsumerHealthTest {

    private final Bank bank = new Bank();

    @Test
    void it_says_when_it_came_on_last_and_how_long_what_it_has_not_handled_waits() throws Exception {
        EventConsumer consumer = consumer();
        assertThat(consumer.health().lastProgress()).isEmpty();
        bank.deposit("a1", 1);
        consumer.start();
        assertThat(consumer.awaitPosition(1, Duration.ofSeconds(30))).isTrue();
        consumer.close();

        assertThat(consumer.health().rate()).isPositive().isLessThanOrEqualTo(1);
        assertThat(consumer.health().lastProgress()).contains(bank.clock.instant());
        assertThat(consumer.health().lagTime()).isZero();

        bank.deposit("a1", 2);
        bank.deposit("a1", 3);
        bank.clock.advance(Duration.ofMinutes(5));
        assertThat(consumer.health().lag()).isEqualTo(2);
        assertThat(consumer.health().lagTime()).isEqualTo(Duration.ofMinutes(5));

        bank.clock.stepBack(Duration.ofHours(1));
        assertThat(consumer.health().lagTime()).isZero();
    }

    @Test
    void while_the_storage_is_away_it_tells_what_it_knew_and_is_not_healthy() {
        try (EventConsumer consumer = consumer().start()) {
            bank.deposit("a1", 1);
            Bank.await(
                    "it runs",
                    () -> consumer.health().isHealthy() && consumer.health().lag() == 0);

            bank.storage.onHead = () -> {
                throw new StorageException(Fault.UNAVAILABLE, "the server is away", null);
            };

            ConsumerHealth health = consumer.health();
            assertThat(health.isHealthy()).isFalse();
            assertThat(health.checkpoint()).isEqualTo(1);
            assertThat(health.lastError()).contains("the server is away");
            assertThat(health.diagnosis()).contains("the server is away");
        }
    }

    private EventConsumer consumer() {
        return bank.daybook.consumer("mailer", Query.all(), event -> {}, ConsumerSettings.standard());
    }
}
