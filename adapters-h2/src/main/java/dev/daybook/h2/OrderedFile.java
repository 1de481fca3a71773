package dev.daybook.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files with the order of writes that H2 relies on after a power loss, and does not ask for. It takes a chunk for whole when its
 * first and last bytes are there, and the header of the file for newer than what it points to never. So the last sector of a
 * chunk is written when the rest of it is on disk, and the header when the chunk is. A disk is trusted to write a sector of 512
 * bytes wholly or not at all.
 *
 * <p>Public only because H2 makes its instances.
 */
public final class OrderedFile extends FilePathWrapper {

    static final String SCHEME = "daybook";

    private static final Set<String> ORDERED = ConcurrentHashMap.newKeySet();

    /** By file, of those that were closed when they were opened, which version of the store they were closed with. */
    private static final Map<String, Long> CLOSED_WITH = new ConcurrentHashMap<>();

    /** By H2, for each path. */
    public OrderedFile() {}

    /** Makes it known to H2. */
    static void register() {
        FilePath.register(new OrderedFile());
    }

    /** From now on the writes to this file keep the order, whoever in this process makes them. */
    static void keepOrder(Path file) throws IOException {
        ORDERED.add(name(file));
    }

    /** The version that a store has at least if it has lost nothing since it was closed; 0 if it was not closed. */
    static long versionWhenClosed(Path file) throws IOException {
        return CLOSED_WITH.getOrDefault(name(file), 0L);
    }

    /** H2 follows links before it opens. */
    private static String name(Path file) throws IOException {
        return file.toRealPath().toString();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String path = getBase().toString();
        return new Ordered(getBase().open(mode), path.substring(path.indexOf(':') + 1));
    }

    private static final class Ordered extends FileBase {

        private static final int BLOCK = 4096;

        /** The header of the file, twice. */
        private static final long HEADERS = 2 * BLOCK;

        /** How a chunk ends. */
        private static final int FOOTER = 128;

        private static final Pattern NEWEST = Pattern.compile("block:(\\p{XDigit}{1,12}),");
        private static final Pattern VERSION = Pattern.compile("version:(\\p{XDigit}{1,15}),");

        /** Its name, by which its last bytes begin as well, and its length in blocks. */
        private static final Pattern CHUNK = Pattern.compile("(chunk:\\p{XDigit}{1,8},)len:(\\p{XDigit}{1,8}),");

        private static final String CLOSED = "clean:1";

        private static final int SECTOR = 512;

        private final FileChannel channel;
        private final String file;

        Ordered(FileChannel channel, String file) {
            this.channel = channel;
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            if (!ORDERED.contains(file)) {
                return channel.write(from, at);
            }
            int length = from.remaining();
            if (at < HEADERS) {
                channel.force(false);
                writeAll(from, at);
            } else if (length <= SECTOR) {
                writeAll(from, at);
            } else {
                int body = length - SECTOR;
                writeAll(from.slice(from.position(), body), at);
                channel.force(false);
                from.position(from.position() + body);
                writeAll(from, at + body);
            }
            return length;
        }

        private void writeAll(ByteBuffer from, long at) throws IOException {
            long next = at;
            while (from.hasRemaining()) {
                next += channel.write(from, next);
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return channel.write(from);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        // Not one after the other, as the method that this replaces.
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public int read(ByteBuffer into, long at) throws IOException {
            return channel.read(into, at);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long next) throws IOException {
            channel.position(next);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            FileLock lock = channel.tryLock(position, size, shared);
            if (lock != null) {
                String header = text(0, SECTOR);
                if (isCut(header)) {
                    lock.release();
                    throw new IOException("File corrupted: it was cut, and does not reach to where it ended");
                }
                Matcher version = VERSION.matcher(header);
                CLOSED_WITH.put(
                        file, header.contains(CLOSED) && version.find() ? Long.parseLong(version.group(1), 16) : 0L);
            }
            return lock;
        }

        /**
         * The file reaches to the chunk that its header points to, and holds all of it if it was closed. Of one that is cut, H2
         * would give what it finds of an older state. What is behind that chunk says nothing: the header calls a file closed until
         * the first chunk of whoever opened it next is written, and the power may have gone before.
         */
        private boolean isCut(String header) throws IOException {
            long length = channel.size();
            Matcher newest = NEWEST.matcher(header);
            if (length <= HEADERS || !newest.find()) {
                return false;
            }
            long start = Long.parseLong(newest.group(1), 16) * BLOCK;
            return start >= length || (header.contains(CLOSED) && !holdsChunk(start, length));
        }

        private boolean holdsChunk(long start, long length) throws IOException {
            Matcher chunk = CHUNK.matcher(text(start, SECTOR));
            if (!chunk.lookingAt()) {
                return false;
            }
            long end = start + Long.parseLong(chunk.group(2), 16) * BLOCK;
            return end <= length && text(end - FOOTER, FOOTER).startsWith(chunk.group(1));
        }

        private String text(long at, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
                // Until all of it was read.
            }
            return new String(bytes.array(), StandardCharsets.ISO_8859_1);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
