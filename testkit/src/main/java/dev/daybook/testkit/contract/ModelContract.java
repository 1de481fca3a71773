package dev.daybook.testkit.contract;

import dev.daybook.testkit.contract.model.Comparison;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever is done to it, a storage answers as the one in memory does. */
abstract class ModelContract extends Suite {

    @Test
    void random_steps_are_answered_as_the_storage_in_memory_answers_them() {
        comparison().run();
    }

    @Test
    void random_steps_on_a_long_log_are_answered_as_the_storage_in_memory_answers_them() {
        comparison().runLong();
    }

    private Comparison comparison() {
        AtomicInteger places = new AtomicInteger();
        Supplier<Comparison.Opening> opening = () -> {
            Path place = folder.resolve("place-" + places.incrementAndGet());
            return ticking -> fixture().open(Folders.created(place), ticking);
        };
        return fixture().isPersistent() ? Comparison.ofPersistent(opening) : Comparison.ofTransient(opening);
    }
}
