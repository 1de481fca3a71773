package dev.daybook.core.process;

/** How far a process has come. */
public enum ProcessStatus {
    /** It is told of what comes. */
    RUNNING,
    /** It has ended. */
    DONE,
    /** It has ended without what it was begun for, and says why. */
    GAVE_UP
}
