package dev.daybook.core.repository;

/**
 * How well a cache does.
 *
 * @param hits how many questions it has answered
 * @param misses how many it has not
 * @param entries how many entries it holds
 */
public record CacheStatistics(long hits, long misses, int entries) {

    /**
     * The part of the questions that was answered.
     *
     * @return between 0 and 1; 0 if nothing was asked
     */
    public double hitRate() {
        long asked = hits + misses;
        return asked == 0 ? 0 : (double) hits / asked;
    }
}
