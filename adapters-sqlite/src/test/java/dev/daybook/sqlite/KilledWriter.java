package dev.daybook.sqlite;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.sample.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A process that appends from several threads until it is killed. Each append is told to whoever listens only after it was
 * acknowledged: a line with the ids of its events.
 */
final class KilledWriter {

    private static final int THREADS = 4;

    private KilledWriter() {}

    /** Arguments: the file, a seed. Begins when it is sent a line. */
    public static void main(String[] arguments) throws IOException {
        loadClasses();
        if (System.in.read() < 0) {
            return;
        }
        Storage storage = SqliteStorage.open(Path.of(arguments[0]));
        System.out.println("open");
        System.out.flush();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(Long.parseLong(arguments[1]) + i);
            Thread.ofPlatform().start(() -> write(storage, random));
        }
    }

    private static void loadClasses() throws IOException {
        Path folder = Files.createTempDirectory("daybook");
        Path file = folder.resolve("warm.db");
        try (Storage storage = SqliteStorage.open(file)) {
            storage.log().append(Events.append("order_1"));
        }
        Files.delete(file);
        Files.delete(folder);
    }

    private static void write(Storage storage, Random random) {
        while (true) {
            AppendResult result = storage.log().append(Append.of(events(random)));
            if (!(result instanceof AppendResult.Stored stored)) {
                throw new AssertionError(result);
            }
            String ids = stored.events().stream()
                    .map(StoredEvent::id)
                    .map(Object::toString)
                    .collect(Collectors.joining(" "));
            synchronized (System.out) {
                System.out.println(ids);
                System.out.flush();
            }
        }
    }

    /** One to five events that say how many they are, of one or two aggregates. */
    private static List<NewEvent> events(Random random) {
        int count = 1 + random.nextInt(5);
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Events.event("order_" + random.nextInt(20), "batch_of_" + count));
        }
        return events;
    }
}
