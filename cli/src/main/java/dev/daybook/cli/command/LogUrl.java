package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a log by its URL, which is never shown: a password can be in it. */
record LogUrl(String url) {

    private static final String SQLITE = "sqlite:";
    private static final String H2 = "h2:";
    private static final String MEMORY = "h2:mem:";
    private static final String H2_FILE = ".mv.db";

    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]*@");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&\\s'\"]*");

    /** A text without the passwords of the URLs in it. */
    static String masked(String text) {
        return PASSWORD.matcher(USER_INFO.matcher(text).replaceAll("://***@")).replaceAll("$1***");
    }

    Storage open() {
        try {
            return Storage.open(url);
        } catch (IllegalArgumentException e) {
            throw new Problem(masked(String.valueOf(e.getMessage())), e);
        }
    }

    /** Nobody wants a new, empty log for a mistyped path. */
    Storage openExisting() {
        requireThere();
        return open();
    }

    /** What only reads cannot change anything, and needs no right to. */
    Storage openReadOnly() {
        requireThere();
        try {
            return Storage.openReadOnly(url);
        } catch (IllegalArgumentException e) {
            throw new Problem(masked(String.valueOf(e.getMessage())), e);
        }
    }

    /** For what keeps something beside the log, where it may. */
    Storage openAsMayBe() {
        try {
            return openExisting();
        } catch (StorageException e) {
            if (e.fault() != Fault.READ_ONLY) {
                throw e;
            }
            return openReadOnly();
        }
    }

    private void requireThere() {
        file().filter(file -> !Files.exists(file)).ifPresent(file -> {
            throw new Problem(file + " does not exist; give the URL of a log that does");
        });
    }

    /** Its file, if it is in one. */
    Optional<Path> file() {
        if (isH2File()) {
            return Optional.of(h2File());
        }
        return isSqlite() ? Optional.of(path()) : Optional.empty();
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    boolean isH2File() {
        return url.startsWith(H2) && !url.startsWith(MEMORY);
    }

    Path path() {
        return Path.of(url.substring(url.indexOf(':') + 1));
    }

    private Path h2File() {
        return Path.of(path() + (path().toString().endsWith(H2_FILE) ? "" : H2_FILE));
    }

    @Override
    public String toString() {
        return masked(url);
    }
}
