package dev.daybook.testkit.rules.wired;

import dev.daybook.ports.log.EventLog;

/** Knows the port only. */
final class Reader {

    long head(EventLog log) {
        return log.head();
    }
}
