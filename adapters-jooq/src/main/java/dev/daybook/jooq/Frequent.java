package dev.daybook.jooq;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sources are known to have more entries than are ever counted, and where the first of them end: since nothing is taken out of a log,
 * they have as many wherever more is looked at. Safe for concurrent use.
 */
final class Frequent {

    private static final int MOST = 1_024;

    private final Map<Source, Span> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Span> eldest) {
            return size() > MOST;
        }
    };

    /** There are as many within this span. */
    synchronized void learn(Source source, Span within) {
        known.put(source, within);
    }

    /** Whether there are as many within another span. */
    synchronized boolean isKnown(Source source, Span span) {
        Span within = known.get(source);
        return within != null && span.contains(within);
    }

    synchronized void forget() {
        known.clear();
    }
}
