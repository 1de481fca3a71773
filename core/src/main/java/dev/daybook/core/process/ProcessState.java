package dev.daybook.core.process;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process as it is kept.
 *
 * @param key its key
 * @param state its state
 * @param status how far it has come
 * @param why why it has given up, else empty
 * @param deadlines those that are set, by their names
 * @param <S> the state of a process
 */
public record ProcessState<S>(String key, S state, ProcessStatus status, String why, Map<String, Instant> deadlines) {

    /** Takes a copy. */
    public ProcessState {
        deadlines = Collections.unmodifiableMap(new TreeMap<>(deadlines));
    }

    boolean isRunning() {
        return status == ProcessStatus.RUNNING;
    }
}
