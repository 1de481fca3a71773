package dev.daybook.torture.power;

/**
 * One system call, between two moments of a recording.
 *
 * @param begun the moment from which on some of it may be on the disk
 * @param done the moment at which the process had its answer
 */
record Step(Effect effect, int begun, int done) {}
