package dev.daybook.torture.power;

/** SQLite's index of its write-ahead log: memory that lies in a file, is never synced, and is made anew after a crash. */
final class SharedMemory {

    private SharedMemory() {}

    static boolean is(String path) {
        return path.endsWith("-shm");
    }
}
