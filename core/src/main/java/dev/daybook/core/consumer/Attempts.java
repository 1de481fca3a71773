package dev.daybook.core.consumer;

import java.time.Duration;

/** Counts how often one event has failed, and how long to wait before it is tried again. Of one thread. */
final class Attempts {

    private static final long NOTHING = -1;
    private static final long ACT = -2;

    private final ConsumerSettings settings;
    private long position = NOTHING;
    private int made;
    private int storageFaults;

    Attempts(ConsumerSettings settings) {
        this.settings = settings;
    }

    /** What is done without an event is tried again by itself. */
    boolean actFailed() {
        return failed(ACT);
    }

    void acted() {
        storageFaults = 0;
        if (position == ACT) {
            position = NOTHING;
        }
    }

    /** True if it is worth another attempt. */
    boolean failed(long at) {
        made = at == position ? made + 1 : 1;
        position = at;
        return made < settings.attempts();
    }

    void succeeded() {
        storageFaults = 0;
    }

    int next() {
        return made + 1;
    }

    Duration pause() {
        return doubled(made - 1);
    }

    Duration storagePause() {
        storageFaults++;
        return doubled(storageFaults - 1);
    }

    private Duration doubled(int times) {
        Duration pause = settings.firstPause();
        for (int i = 0; i < times && pause.compareTo(settings.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }
}
