package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Waiting for the log to grow. */
abstract class GrowthContract extends Suite {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void what_is_there_already_is_not_waited_for() throws InterruptedException {
        append(Samples.event("order_1"), Samples.event("order_1"));
        assertThat(log().awaitBeyond(0, LONG)).isTrue();
        assertThat(log().awaitBeyond(1, LONG)).isTrue();
        reopen();
        if (fixture().isPersistent()) {
            assertThat(log().awaitBeyond(1, LONG)).isTrue();
        }
    }

    @Test
    void where_nothing_comes_the_wait_ends_without_it() throws InterruptedException {
        append(Samples.event("order_1"));
        assertThat(log().awaitBeyond(1, Duration.ofMillis(20))).isFalse();
        assertThat(log().awaitBeyond(1, Duration.ZERO)).isFalse();
        assertThat(log().awaitBeyond(7, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void everybody_who_waits_is_woken_by_an_append() {
        CountDownLatch waiting = new CountDownLatch(10);
        Crew waiters = Crew.of(Crew.VIRTUAL, 10, n -> {
            waiting.countDown();
            assertThat(log().awaitBeyond(n % 2, LONG)).isTrue();
        });
        awaitZero(waiting);
        append(Samples.event("order_1"));
        append(Samples.event("order_1"));
        waiters.join();
    }

    @Test
    void an_append_through_another_storage_is_noticed_where_it_is_shared() throws Exception {
        if (!fixture().isPersistent() || fixture().isExclusive()) {
            assertThat(log().awaitBeyond(0, Duration.ZERO)).isFalse();
            return;
        }
        assertThat(log().awaitBeyond(0, Duration.ZERO)).isFalse();
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                woken.complete(log().awaitBeyond(0, LONG));
            } catch (InterruptedException | RuntimeException e) {
                woken.completeExceptionally(e);
            }
        });
        try (var other = fixture().open(folder, clock)) {
            other.log().append(dev.daybook.ports.log.Append.of(Samples.event("order_1")));
        }
        assertThat(woken.get(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void whoever_waits_learns_that_the_storage_is_closed() {
        CountDownLatch waiting = new CountDownLatch(1);
        Crew waiter = Crew.of(Crew.VIRTUAL, 1, n -> {
            waiting.countDown();
            assertThatThrownBy(() -> log().awaitBeyond(0, LONG)).isInstanceOf(StorageException.class);
        });
        awaitZero(waiting);
        storage.close();
        waiter.join();
    }

    @Test
    void a_wait_can_be_interrupted() throws InterruptedException {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                ended.complete(log().awaitBeyond(0, LONG));
            } catch (InterruptedException | RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        waiter.interrupt();
        waiter.join();
        assertThat(ended).isCompletedExceptionally();
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
