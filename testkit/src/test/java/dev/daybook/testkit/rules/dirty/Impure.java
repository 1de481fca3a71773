package dev.daybook.testkit.rules.dirty;

import dev.daybook.ports.event.EventIds;
import dev.daybook.ports.log.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** One of each thing that a domain does not do; each class shall be caught. */
final class Impure {

    private Impure() {}

    static final class Now {
        Instant when() {
            return Instant.now();
        }
    }

    static final class NowByReference {
        Supplier<Instant> when() {
            return Instant::now;
        }
    }

    static final class Clock {
        Instant when(InstantSource clock) {
            return clock.instant();
        }
    }

    static final class Millis {
        long when() {
            return System.currentTimeMillis();
        }
    }

    static final class Dice {
        int roll(Random random) {
            return random.nextInt();
        }
    }

    static final class RandomId {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    static final class LibraryId {
        UUID id() {
            return new EventIds().next();
        }
    }

    static final class FileReader {
        String read(Path path) {
            try {
                return Files.readString(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static final class ThreadStarter {
        void start(Runnable work) {
            Thread.ofVirtual().start(work);
        }
    }

    static final class PortUser {
        long head(EventLog log) {
            return log.head();
        }
    }

    static final class ServiceUser {
        Object service() {
            return dev.daybook.core.context.Context.none();
        }
    }

    static final class Counter {
        static int count;
    }

    static final class Environment {
        String home() {
            return System.getProperty("user.home");
        }
    }
}
