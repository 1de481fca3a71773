package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.core.consumer.ConsumerHealth.Status;
import dev.daybook.core.projection.Projector;
import dev.daybook.core.projection.Recorded;
import org.junit.jupiter.api.Test;

/** Views whose code has changed while the version has not. */
abstract class ViewCodeContract extends ViewSuite {

    /** Other code that gives the same. */
    static final class Rewritten extends Holdings {
        @Override
        public Held apply(Held state, Recorded<Traded> event) {
            return new Held(event.event().quantity() + state.quantity(), 1 + state.trades());
        }
    }

    /** Other code that gives something else, of a kind of event that is rare. */
    static final class Changed extends Holdings {
        @Override
        public Held apply(Held state, Recorded<Traded> event) {
            return super.apply(state, event.event().quantity() < 0 ? doubled(event) : event);
        }

        private static Recorded<Traded> doubled(Recorded<Traded> event) {
            Traded traded = event.event();
            return new Recorded<>(new Traded(traded.symbol(), 2 * traded.quantity()), event.stored());
        }
    }

    private void build() throws InterruptedException {
        trade(70);
        trade("btc", -3);
        trade(70);
        projector.start();
        awaitHead();
        projector.close();
        trade(5);
    }

    private void change(Holdings code) {
        projector = projector(code, leases, 50);
    }

    private void awaitRefusal() {
        Waiting.until("it stops", () -> projector.consumer().health().status() == Status.STOPPED);
    }

    @Test
    void changed_code_that_gives_the_stored_states_goes_on() throws InterruptedException {
        build();
        change(new Rewritten());
        projector.start();
        awaitHead();
        assertThat(stored()).isEqualTo(projector.at(log().head()));
    }

    @Test
    void changed_code_that_gives_other_states_is_refused_and_the_keys_are_named() throws InterruptedException {
        build();
        var before = stored();
        change(new Changed());
        projector.start();
        awaitRefusal();
        assertThat(projector.consumer().health().isHealthy()).isFalse();
        assertThat(projector.consumer().health().diagnosis()).contains("1 keys", "btc", "version()");
        assertThat(stored()).isEqualTo(before);
        projector.start();
        awaitRefusal();
        change(new Holdings());
        projector.start();
        awaitHead();
        assertThat(projector.verify()).isEmpty();
    }

    @Test
    void changed_code_that_is_taken_on_trust_goes_on_and_is_what_is_known_from_then_on() throws InterruptedException {
        build();
        change(new Changed());
        projector.startTrusting();
        awaitHead();
        projector.close();
        trade("btc", -1);
        change(new Changed());
        projector.start();
        awaitHead();
        projector.close();
        assertThat(projector.verify()).containsExactly("btc");
        change(new Holdings());
        projector.start();
        awaitRefusal();
    }

    @Test
    void a_view_moves_on_while_it_is_compared_with_the_log() throws InterruptedException {
        projector.start();
        Crew writer = Crew.of(Crew.VIRTUAL, 1, n -> trade(300));
        for (int i = 0; i < 5; i++) {
            assertThat(projector.verify()).isEmpty();
        }
        writer.join();
        awaitHead();
        try (Projector<Held, Traded> other = projector(new Changed(), leases, 50)) {
            trade("btc", -1);
            awaitHead();
            assertThat(other.verify()).containsExactly("btc");
        }
    }
}
