package dev.daybook.ports.storage;

/** What kind of fault keeps a storage from doing its work. */
public enum Fault {
    /** The database is not one of Daybook's. */
    FOREIGN,
    /** The database was written by a newer version of the library. */
    NEWER,
    /** The database cannot be written. */
    READ_ONLY,
    /** There is no space left. */
    FULL,
    /** The database is damaged: truncated or altered. */
    DAMAGED,
    /** Somebody else has held the lock for longer than the time-out. */
    LOCKED,
    /** The place the database should be in does not exist or cannot be entered. */
    MISSING,
    /** The database cannot be reached: it is down, restarting, or the connection to it was lost; nothing was written. */
    UNAVAILABLE,
    /** The connection was lost at the moment of commit: whether the events were stored is not known yet. */
    UNKNOWN,
    /** The storage was closed. */
    CLOSED,
    /** The thread was interrupted while it waited; nothing was written. */
    INTERRUPTED,
    /** The engine failed otherwise. */
    FAILED
}
