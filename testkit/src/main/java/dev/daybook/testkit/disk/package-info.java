/** Disks that are full or let nobody write. Start from {@link dev.daybook.testkit.disk.SmallDisk}. */
@NullMarked
package dev.daybook.testkit.disk;

import org.jspecify.annotations.NullMarked;
