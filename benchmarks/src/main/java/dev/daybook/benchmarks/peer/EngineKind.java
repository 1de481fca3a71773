package dev.daybook.benchmarks.peer;

import java.util.Locale;

/** The engines that are measured. */
public enum EngineKind {
    /** SQLite, in a file. */
    SQLITE("SQLite"),
    /** H2, in a file, in this process. */
    H2("H2"),
    /** PostgreSQL, by the loopback interface. */
    POSTGRESQL("PostgreSQL"),
    /** MariaDB, by the loopback interface. */
    MARIADB("MariaDB");

    private final String title;

    EngineKind(String title) {
        this.title = title;
    }

    /**
     * What people call it.
     *
     * @return its name
     */
    public String title() {
        return title;
    }

    /**
     * What it is called on a command line and in the name of a file.
     *
     * @return its name in small letters
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
