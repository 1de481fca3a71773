package dev.daybook.console.page;

import dev.daybook.console.asking.Filters;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Histogram;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.ShownEvent;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.log.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page of events: newest first, filtered by what the address says. */
final class EventsPage {

    static final String PATH = "/";
    static final String CHART = "/histogram";
    static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final int MOST_BARS = 90;

    private static final SortedMap<String, String> FORMATS =
            new TreeMap<>(Map.of("json", "JSON", "ndjson", "NDJSON", "csv", "CSV", "cloudevents", "CloudEvents"));

    private final Readers readers;
    private final Looks looks;
    private final Templates templates;

    EventsPage(Readers readers, Looks looks, Templates templates) {
        this.readers = readers;
        this.looks = looks;
        this.templates = templates;
    }

    Answer show(Call asked) {
        Call call = LooseTimes.in(asked);
        AuditFilter filter = Filters.page(call);
        Sight sight = looks.of(call);
        long head = readers.events().head();
        EventPage page = readers.events().find(filter, sight);
        AuditFilter narrowed = Filters.narrowed(call);
        ChartModel chart = chart(call, readers.histograms().glance(narrowed, MOST_BARS, sight));
        return templates.html(
                "events",
                new EventsModel(
                        Frame.of(call, "Events", PATH, readers.sights()),
                        FilterForm.of(call, PATH),
                        chart.chart(),
                        chart.drawing(),
                        days(page.events(), call.base()),
                        page.events().size(),
                        page.next()
                                .map(cursor -> here(call).with("cursor", cursor).toString()),
                        page.reached()
                                .map(reached -> "%s, position %s"
                                        .formatted(
                                                Time.brief(reached.timestamp()), Numbers.grouped(reached.position()))),
                        call.query().keySet().stream().anyMatch(FilterForm::isPlace)
                                ? Optional.of(here(call).toString())
                                : Optional.empty(),
                        here(call).toString(),
                        call.may(Role.AUDITOR) ? exports(call) : List.of(),
                        live(call, filter),
                        head));
    }

    private static List<EventsModel.Export> exports(Call call) {
        return FORMATS.entrySet().stream()
                .map(format -> new EventsModel.Export(
                        format.getValue(),
                        Url.of(call.base(), "/api/v1/export")
                                .with("format", format.getKey())
                                .with(
                                        call.query(),
                                        name -> Filters.NARROWING.contains(name)
                                                || name.equals("order")
                                                || name.equals(Looks.UNMASK))
                                .toString()))
                .toList();
    }

    /** Only at the top of a view with the newest first is there a place for what comes. */
    private static String live(Call call, AuditFilter filter) {
        boolean isTop = filter.direction() != Range.Direction.FORWARDS
                && call.query().keySet().stream().noneMatch(FilterForm::isPlace);
        return isTop
                ? Url.of(call.base(), "/api/v1/live")
                        .with(call.query(), name -> Filters.NARROWING.contains(name) || name.equals(Looks.UNMASK))
                        .toString()
                : "";
    }

    private static Url here(Call call) {
        return Url.of(call.base(), PATH).with(call.query(), name -> !FilterForm.isPlace(name));
    }

    /** The chart alone, for who waits until all of it is counted. */
    Answer chart(Call asked) {
        Call call = LooseTimes.in(asked);
        Histogram histogram = readers.histograms().read(Filters.narrowed(call), MOST_BARS, looks.of(call));
        return templates.html("histogram", chart(call, histogram));
    }

    private static ChartModel chart(Call call, Histogram histogram) {
        long events =
                histogram.buckets().stream().mapToLong(Histogram.Bucket::events).sum();
        String many = Numbers.grouped(events) + (events == 1 ? " event" : " events");
        String caption = histogram.complete()
                ? many
                : many + " counted so far, in " + Numbers.percent(histogram.share()) + " of the log";
        BarChart chart = BarChart.of(
                histogram,
                caption,
                (from, to) -> Url.of(call.base(), PATH)
                        .with(
                                call.query(),
                                name -> !FilterForm.isPlace(name) && !name.equals("from") && !name.equals("to"))
                        .with("from", Rfc3339.format(from))
                        .with("to", Rfc3339.format(to))
                        .toString());
        Url again = Url.of(call.base(), CHART).with(call.query(), name -> !FilterForm.isPlace(name));
        return new ChartModel(chart, histogram.complete() ? Optional.empty() : Optional.of(again.toString()));
    }

    static List<EventsModel.Day> days(List<ShownEvent> events, String base) {
        Instant now = Instant.now();
        List<EventsModel.Day> days = new ArrayList<>();
        for (ShownEvent event : events) {
            EventRow row = EventRow.of(event, base, now);
            if (days.isEmpty() || !days.getLast().name().equals(row.happened().day())) {
                days.add(new EventsModel.Day(row.happened().day(), new ArrayList<>()));
            }
            days.getLast().rows().add(row);
        }
        return days;
    }
}
