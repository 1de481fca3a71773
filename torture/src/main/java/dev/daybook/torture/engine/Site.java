package dev.daybook.torture.engine;

import dev.daybook.ports.storage.Storage;
import dev.daybook.testkit.server.DatabaseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder with an empty log in it, or a server of its own with one; both are gone when it is closed. */
public final class Site implements AutoCloseable {

    private final Engine engine;
    private final Path parent;
    private final Path folder;
    private final @Nullable DatabaseServer server;

    private Site(Engine engine, Path parent, Path folder, @Nullable DatabaseServer server) {
        this.engine = engine;
        this.parent = parent;
        this.folder = folder;
        this.server = server;
    }

    /** In the folder for temporary files. */
    public static Site of(Engine engine) {
        return in(engine, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** In a folder of a given one. */
    public static Site in(Engine engine, Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, "daybook-torture");
            return new Site(engine, parent, folder, server(engine, parent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable DatabaseServer server(Engine engine, Path parent) {
        return switch (engine) {
            case SQLITE, H2 -> null;
            case POSTGRESQL -> DatabaseServer.postgresql(parent);
            case MARIADB -> DatabaseServer.mariadb(parent);
        };
    }

    /** Which engine it is of. */
    public Engine engine() {
        return engine;
    }

    /** What its folder, and that of its server, is in. */
    public Path parent() {
        return parent;
    }

    /** Where writers may leave files. */
    public Path folder() {
        return folder;
    }

    /** The file that the log is in. */
    public Path file() {
        return folder.resolve(engine == Engine.H2 ? "log.mv.db" : "log.db");
    }

    /** The server that the log is on. */
    public DatabaseServer server() {
        if (server == null) {
            throw new IllegalStateException(engine + " has no server");
        }
        return server;
    }

    /** What the engine opens: a path or a URL. */
    public String place() {
        return server == null ? file().toString() : place(server.port());
    }

    /** What the engine opens through something in between. */
    public String place(int port) {
        return engine == Engine.POSTGRESQL
                ? "jdbc:postgresql://127.0.0.1:" + port + "/daybook"
                : "jdbc:mariadb://127.0.0.1:" + port + "/daybook?sslMode=disable";
    }

    /** Opens the log. */
    public Storage open(Opening opening) {
        return engine.open(place(), opening);
    }

    /** Opens the log as usual. */
    public Storage open() {
        return open(Opening.usual());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
