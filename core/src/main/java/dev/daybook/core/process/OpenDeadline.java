package dev.daybook.core.process;

/** What is kept of a deadline. */
record OpenDeadline(Deadline deadline, Cause cause) {}
