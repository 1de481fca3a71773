package dev.daybook.h2;

import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageProvider;
import java.nio.file.Path;

/** Takes URLs such as {@code h2:daybook} for a file and {@code h2:mem:} for an empty log in memory. */
public final class H2StorageProvider implements StorageProvider {

    private static final String SCHEME = "h2";
    private static final String MEMORY = "mem:";

    /** For {@link java.util.ServiceLoader}. */
    public H2StorageProvider() {}

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Storage open(String url) {
        String place = place(url);
        return place.equals(MEMORY) ? H2Storage.inMemory() : H2Storage.open(Path.of(place));
    }

    @Override
    public Storage openReadOnly(String url) {
        String place = place(url);
        if (place.equals(MEMORY)) {
            throw new IllegalArgumentException("a log in memory is new and empty: there is nothing to read in it");
        }
        return H2Storage.openReadOnly(Path.of(place));
    }

    private static String place(String url) {
        String place = url.substring(SCHEME.length() + 1);
        if (place.isEmpty()) {
            throw new IllegalArgumentException(
                    "the URL " + url + " has no path; write h2:daybook, or h2:mem: for memory");
        }
        return place;
    }
}
