package dev.daybook.h2;

/** What has happened to an append when it returns. */
public enum H2Durability {
    /**
     * It is on disk, in the order of writes that H2 needs to find it again after a power loss: the file is synced twice for each
     * commit.
     */
    FULL,
    /**
     * It is with the operating system: it survives the process, however that ends, but not the power. A power loss takes the
     * newest appends, and can leave the file in pieces, which is refused as damaged: keep a backup. This is more than H2's own
     * default is worth, which writes a commit up to half a second later.
     */
    NORMAL
}
