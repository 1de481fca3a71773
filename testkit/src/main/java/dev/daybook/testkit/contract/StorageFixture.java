package dev.daybook.testkit.contract;

import dev.daybook.ports.storage.Storage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the contract reaches an adapter's storages, and the two things in which storages may differ: whether what they hold outlives
 * them, and whether several processes can have it open at once. The contract asserts the declared side of each difference.
 */
public final class StorageFixture {

    private final BiFunction<Path, InstantSource, Storage> opening;
    private final Function<Path, String> url;
    private final Kind kind;

    private enum Kind {
        SHARED,
        IN_ONE_PROCESS,
        IN_MEMORY
    }

    private StorageFixture(BiFunction<Path, InstantSource, Storage> opening, Function<Path, String> url, Kind kind) {
        this.opening = opening;
        this.url = url;
        this.kind = kind;
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
        return new StorageFixture(opening, url, Kind.SHARED);
    }

    /**
     * Storages that keep their log beyond the process, and let no other process in while one has it open.
     *
     * @param opening opens the storage that belongs to a folder, making it at the first call
     * @param url names that storage, so that another JVM with the same class path can open it
     * @return the fixture
     */
    public static StorageFixture persistentInOneProcess(
            BiFunction<Path, InstantSource, Storage> opening, Function<Path, String> url) {
        return new StorageFixture(opening, url, Kind.IN_ONE_PROCESS);
    }

    /**
     * Storages whose log is gone when they are closed.
     *
     * @param opening makes an empty storage
     * @param url makes an empty storage in another JVM
     * @return the fixture
     */
    public static StorageFixture inMemory(Function<InstantSource, Storage> opening, String url) {
        return new StorageFixture((folder, clock) -> opening.apply(clock), folder -> url, Kind.IN_MEMORY);
    }

    Storage open(Path folder, InstantSource clock) {
        return opening.apply(folder, clock);
    }

    String url(Path folder) {
        return url.apply(folder);
    }

    boolean isPersistent() {
        return kind != Kind.IN_MEMORY;
    }

    /** Whether a process that comes while another has the storage open is refused. */
    boolean isExclusive() {
        return kind == Kind.IN_ONE_PROCESS;
    }
}
