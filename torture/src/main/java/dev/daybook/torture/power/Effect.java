package dev.daybook.torture.power;

/** What one system call did. Paths are those of the files at that moment. */
sealed interface Effect {

    /** Bytes at a place in a file. */
    final class Wrote implements Effect {
        private final String path;
        private final long offset;
        private final byte[] bytes;

        Wrote(String path, long offset, byte[] bytes) {
            this.path = path;
            this.offset = offset;
            this.bytes = bytes;
        }

        String path() {
            return path;
        }

        long offset() {
            return offset;
        }

        /** The bytes themselves, which nobody changes. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** A file has another length. */
    record Cut(String path, long length) implements Effect {}

    /** A file is on the disk, and its name with it; or a folder, with the names in it. */
    record Synced(String path) implements Effect {}

    /** A file is there that was not, empty. */
    record Created(String path) implements Effect {}

    /** A file is no longer there. */
    record Removed(String path) implements Effect {}

    /** A file has another name. */
    record Renamed(String path, String to) implements Effect {}

    /** A file has one more name. */
    record Linked(String path, String to) implements Effect {}

    /** The process has told the world something. */
    record Told(String line) implements Effect {}
}
