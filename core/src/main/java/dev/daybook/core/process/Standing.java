package dev.daybook.core.process;

import java.time.Instant;
import java.util.Map;

/** What is kept of a process beside its state, where it is more than that it runs. */
record Standing(ProcessStatus status, String why, Map<String, Instant> deadlines) {

    static final Standing PLAIN = new Standing(ProcessStatus.RUNNING, "", Map.of());

    Standing {
        deadlines = Map.copyOf(deadlines);
    }
}
