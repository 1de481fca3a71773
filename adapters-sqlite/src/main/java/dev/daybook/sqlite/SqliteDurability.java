package dev.daybook.sqlite;

/** What has happened to an append when it returns. */
public enum SqliteDurability {

    /** It is on the disk: it survives the end of the process, of the system and of the power. */
    FULL,

    /**
     * It is with the operating system: it survives the end of the process, {@code kill -9} included. When the system or the power
     * fails, the newest appends can be lost, though never out of order or in part: the log ends earlier. Faster, as an append
     * does not wait for the disk.
     */
    NORMAL
}
