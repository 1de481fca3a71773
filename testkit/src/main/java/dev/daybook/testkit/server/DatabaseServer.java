package dev.daybook.testkit.server;

import java.nio.file.Path;

/**
 * A database server that a test has started: it listens on a random port of the loopback interface, keeps its files in a temporary
 * folder, flushes to disk as in production, and is gone when it is closed.
 */
public interface DatabaseServer extends AutoCloseable {

    /** Where a server's folder is made unless another place is given. */
    Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /**
     * Starts PostgreSQL with one empty database.
     *
     * @return the running server
     * @throws AssertionError if PostgreSQL is not installed, with what to install
     */
    static DatabaseServer postgresql() {
        return postgresql(TEMPORARY);
    }

    /**
     * Starts PostgreSQL with one empty database and its files on a disk of the caller's choice.
     *
     * @param parent a folder, in which the server's own is made
     * @return the running server
     * @throws AssertionError if PostgreSQL is not installed, with what to install
     */
    static DatabaseServer postgresql(Path parent) {
        return new PostgresServer(parent);
    }

    /**
     * Starts MariaDB with one empty database.
     *
     * @return the running server
     * @throws AssertionError if MariaDB is not installed, with what to install
     */
    static DatabaseServer mariadb() {
        return mariadb(TEMPORARY);
    }

    /**
     * Starts MariaDB with one empty database and its files on a disk of the caller's choice.
     *
     * @param parent a folder, in which the server's own is made
     * @return the running server
     * @throws AssertionError if MariaDB is not installed, with what to install
     */
    static DatabaseServer mariadb(Path parent) {
        return new MariaDbServer(parent);
    }

    /**
     * Where it listens.
     *
     * @return a port of 127.0.0.1, the same after a restart
     */
    int port();

    /**
     * How Daybook reaches its database.
     *
     * @return a URL such as {@code postgresql://daybook@127.0.0.1:54321/daybook}
     */
    String url();

    /**
     * How Daybook reaches its database through something in between.
     *
     * @param port a port of 127.0.0.1 that leads to the server's
     * @return the URL with that port
     */
    String url(int port);

    /**
     * Whether its first process is there.
     *
     * @return false once it has ended, of itself or otherwise
     */
    boolean isRunning();

    /**
     * Its first process, for signals; what that has started are its descendants.
     *
     * @return the process
     * @throws IllegalStateException if it is not running
     */
    ProcessHandle process();

    /** Kills all of its processes as the power does, without a word to anybody. */
    void kill();

    /** Stops it in good order. */
    void stop();

    /** Starts it again on the same files and port, after {@link #kill} or {@link #stop}; returns when it takes connections. */
    void start();

    /** Kills it and removes its files. */
    @Override
    void close();
}
