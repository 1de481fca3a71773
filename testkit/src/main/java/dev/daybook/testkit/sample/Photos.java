package dev.daybook.testkit.sample;

import static dev.daybook.testkit.sample.Events.assertFault;

import dev.daybook.ports.event.Payload;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.util.Random;
import java.util.stream.IntStream;

/** Large events that cannot be compressed, to fill a disk with. */
public final class Photos {

    /** How many events an append has. */
    public static final int EACH = 3;

    private static final int BYTES = 20_000;

    private Photos() {}

    /**
     * Makes an append.
     *
     * @return 60 kB of events of one aggregate
     */
    public static Append append() {
        byte[] photo = new byte[BYTES];
        new Random(1).nextBytes(photo);
        Payload payload = Payload.of("application/octet-stream", photo);
        return Append.of(IntStream.range(0, EACH)
                .mapToObj(n -> Events.event("order_1", payload))
                .toList());
    }

    /**
     * Appends until the disk is full, and asserts that it is called so.
     *
     * @param storage a storage on a small disk
     * @return how many events were acknowledged
     */
    public static int appendUntilFull(Storage storage) {
        int stored = 0;
        while (true) {
            try {
                storage.log().append(append());
                stored += EACH;
            } catch (StorageException full) {
                assertFault(Fault.FULL, "space", () -> {
                    throw full;
                });
                return stored;
            }
        }
    }
}
