package dev.daybook.testkit.contract;

import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the contract reaches an adapter's storages, and the one thing in which storages may differ: whether what they hold outlives
 * them. The contract asserts the declared side of that difference, whichever it is.
 */
public final class StorageFixture {

    private final BiFunction<Path, InstantSource, Storage> opening;
    private final Function<Path, String> url;
    private final boolean persistent;

    private StorageFixture(
            BiFunction<Path, InstantSource, Storage> opening, Function<Path, String> url, boolean persistent) {
        this.opening = opening;
        this.url = url;
        this.persistent = persistent;
    }

    /**
     * Storages that keep their log beyond the process, and share it with other processes.
     *
     * @param opening opens the storage that belongs to a folder, making it at the first call
     * @param url names that storage, so that another JVM with the same class path can open it
     * @return the fixture
     */
    public static StorageFixture persistent(
            BiFunction<Path, InstantSource, Storage> opening, Function<Path, String> url) {
        return new StorageFixture(opening, url, true);
    }

    /**
     * Storages whose log is gone when they are closed.
     *
     * @param opening makes an empty storage
     * @param url makes an empty storage in another JVM
     * @return the fixture
     */
    public static StorageFixture inMemory(Function<InstantSource, Storage> opening, String url) {
        return new StorageFixture((folder, clock) -> opening.apply(clock), folder -> url, false);
    }

    Storage open(Path folder, InstantSource clock) {
        return opening.apply(folder, clock);
    }

    String url(Path folder) {
        return url.apply(folder);
    }

    boolean isPersistent() {
        return persistent;
    }
}
