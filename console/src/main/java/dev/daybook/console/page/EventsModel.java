package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of events.
 *
 * @param form what they are filtered by
 * @param chart how many happened when
 * @param drawing where to ask for the chart again, while not all is counted
 * @param days the events of this page, day by day
 * @param shown how many there are on this page
 * @param next the page after this one
 * @param searched how far was searched, where the search was broken off before the page was full; it goes on by the next page
 * @param first the first page, where this is another one
 * @param here this view of the events, from its beginning
 * @param exports the same events as files, where the caller may have them
 * @param live the stream of what comes, empty where nothing that comes belongs here
 * @param head the position behind which the stream begins
 */
public record EventsModel(
        Frame frame,
        FilterForm form,
        BarChart chart,
        Optional<String> drawing,
        List<Day> days,
        int shown,
        Optional<String> next,
        Optional<String> searched,
        Optional<String> first,
        String here,
        List<Export> exports,
        String live,
        long head) {

    /** All events that are shown, on this page and the next ones, as a file. */
    public record Export(String format, String url) {}

    /** Events that happened on one day and follow each other. */
    public record Day(String name, List<EventRow> rows) {}
}
