package dev.daybook.h2;

/** What has happened to an append when it returns. */
public enum H2Durability {
    /**
     * It is on disk: H2 is told to flush after every commit, which it would not do by itself. After a process was killed, H2 can
     * nevertheless take an older state of the file for the last one.
     */
    FULL,
    /**
     * It is with the operating system: it survives the process, however that ends, but not the power. A power loss takes the
     * newest appends, and can leave the file in pieces, which is refused as damaged: keep a backup. This is more than H2's own
     * default is worth, which writes a commit up to half a second later.
     */
    NORMAL
}
