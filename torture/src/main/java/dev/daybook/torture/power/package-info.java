/**
 * Power loss: what a process wrote and synced is recorded, and what a disk could have kept of it at any moment is put together and
 * opened.
 */
@NullMarked
package dev.daybook.torture.power;

import org.jspecify.annotations.NullMarked;
