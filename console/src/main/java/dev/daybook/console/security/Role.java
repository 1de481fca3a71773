package dev.daybook.console.security;

/** What somebody may do. An operator may do what an auditor may, and an auditor what a viewer may; a writer may only append. */
public enum Role {
    /** Sees everything but what is masked. */
    VIEWER,
    /** Sees what is masked when he asks for it, and exports; both are recorded. */
    AUDITOR,
    /** Takes snapshots, rebuilds views, and deals with dead letters. */
    OPERATOR,
    /** Appends events. */
    WRITER;

    boolean includes(Role other) {
        return this == other || (this != WRITER && other != WRITER && compareTo(other) > 0);
    }
}
