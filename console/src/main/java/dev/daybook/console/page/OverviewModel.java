package dev.daybook.console.page;

import java.util.List;

/**
 * The page of figures.
 *
 * @param isCounting whether a large log is counted for the first time, and most is not known yet
 * @param tiles the most important ones
 * @param types how many events there are of each type
 * @param actors who has brought about most of the newest events
 * @param days how many events happened on each day
 * @param hours how many in each of the last hours
 * @param ofDay how many at each hour of the day
 * @param place where the log is
 */
public record OverviewModel(
        Frame frame,
        boolean isCounting,
        List<Tile> tiles,
        List<Share> types,
        List<Share> actors,
        BarChart days,
        BarChart hours,
        List<Hour> ofDay,
        String place) {

    /**
     * A figure.
     *
     * @param url leads to what it counts or measures
     */
    public record Tile(String name, String figure, String more, String url) {}

    /** A part of a whole. */
    public record Share(String name, String hue, long events, String figure, long whole, String url) {}

    /** An hour of the day, drawn into a field of 1000 x 100. */
    public record Hour(String x, String y, String width, String height, String label) {}
}
