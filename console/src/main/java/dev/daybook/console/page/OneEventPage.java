package dev.daybook.console.page;

import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.EventDetail;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.ShownEvent;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page of one event: everything about it, what has led to it, and what it has led to. */
final class OneEventPage {

    private final Readers readers;
    private final Looks looks;
    private final Templates templates;

    OneEventPage(Readers readers, Looks looks, Templates templates) {
        this.readers = readers;
        this.looks = looks;
        this.templates = templates;
    }

    Answer show(Call call) {
        EventDetail detail = detail(call, looks.of(call))
                .orElseThrow(
                        () -> Problem.notFound("there is no such event; an event is named by its position or its id"));
        Instant now = Instant.now();
        EventRow event = EventRow.of(detail.event(), call.base(), now);
        List<EventRow> causes = rows(detail.causes().reversed(), call.base(), now);
        boolean isOutside = causes.isEmpty() && event.causation().isPresent();
        return templates.html(
                "event",
                new EventModel(
                        Frame.of(call, "Event " + event.position(), "/event", readers.sights()),
                        event,
                        causes,
                        rows(detail.effects(), call.base(), now),
                        detail.moreEffects()
                                ? Optional.of(Url.of(call.base(), EventsPage.PATH)
                                        .with("causation", event.id())
                                        .toString())
                                : Optional.empty(),
                        isOutside ? event.causation().map(Link::text) : Optional.empty(),
                        beside(call, event.position() - 1),
                        beside(call, event.position() + 1)));
    }

    private Optional<EventDetail> detail(Call call, Sight sight) {
        Optional<String> id = call.text("id");
        if (id.isPresent()) {
            if (!id.get().matches(EventsPage.UUID)) {
                throw Call.wrong("id", "an event id, which is a UUID", id.get());
            }
            return readers.events().detail(id.get(), sight);
        }
        return readers.events().detail(Long.toString(call.number("position", 1, Long.MAX_VALUE, 0)), sight);
    }

    private static List<EventRow> rows(List<ShownEvent> events, String base, Instant now) {
        return events.stream().map(event -> EventRow.of(event, base, now)).toList();
    }

    /** Positions have no gaps, and the last event is told by a page that does not exist. */
    private Optional<String> beside(Call call, long position) {
        return readers.events().isThere(position)
                ? Optional.of(
                        Url.of(call.base(), "/event").with("position", position).toString())
                : Optional.empty();
    }
}
