package dev.daybook.console.asking;

import dev.daybook.console.web.Call;
import dev.daybook.console.web.Problem;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import java.util.List;
import java.util.Set;

/** Reads which events are meant: by the same parameters on pages, in the API, for exports and for live events. */
public final class Filters {

    /** What narrows the events. */
    public static final Set<String> NARROWING =
            Set.of("aggregate", "type", "tag", "actor", "correlation", "causation", "from", "to", "text");

    /** What pages through them. */
    public static final Set<String> PAGING = Set.of("order", "limit", "cursor", "offset");

    public static final Set<String> ALL = union(NARROWING, PAGING);

    private static final String OLDEST = "oldest";
    private static final String NEWEST = "newest";

    private Filters() {}

    public static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new java.util.TreeSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    /** Which events, and which page of them. */
    public static AuditFilter page(Call call) {
        AuditFilter filter = narrowed(call)
                .limit((int) call.number("limit", 1, AuditFilter.MOST_PER_PAGE, AuditFilter.PAGE))
                .offset((int) call.number("offset", 0, AuditFilter.MOST_OFFSET, 0));
        filter = ordered(filter, call, NEWEST);
        if (filter.offset() > 0 && (filter.text() != null || call.text("cursor").isPresent())) {
            throw Problem.badRequest("an offset goes neither with a text nor with a cursor; go on from next");
        }
        return call.text("cursor").map(filter::page).orElse(filter);
    }

    /** All events that are meant, oldest first unless said otherwise. */
    public static AuditFilter all(Call call) {
        return ordered(narrowed(call).limit((int) call.number("limit", 1, Integer.MAX_VALUE, 0)), call, OLDEST);
    }

    private static AuditFilter ordered(AuditFilter filter, Call call, String usual) {
        boolean oldest = call.oneOf("order", Set.of(OLDEST, NEWEST), usual).equals(OLDEST);
        return oldest ? filter.oldestFirst() : filter.newestFirst();
    }

    public static AuditFilter narrowed(Call call) {
        AuditFilter filter = AuditFilter.everything()
                .aggregates(different(call, "aggregate").toArray(String[]::new))
                .types(different(call, "type").toArray(String[]::new))
                .tags(different(call, "tag").stream().map(Filters::tag).toArray(Tag[]::new))
                .metadata(metadata(call));
        filter = call.time("from").map(filter::from).orElse(filter);
        filter = call.time("to").map(filter::to).orElse(filter);
        return call.text("text").map(filter::text).orElse(filter);
    }

    /** Saying a thing twice says no more than saying it once. */
    private static List<String> different(Call call, String parameter) {
        return call.texts(parameter).stream().distinct().toList();
    }

    private static Metadata metadata(Call call) {
        Metadata metadata = Metadata.none();
        metadata = call.text("actor").map(metadata::withActor).orElse(metadata);
        metadata = call.text("correlation").map(metadata::withCorrelationId).orElse(metadata);
        return call.text("causation").map(metadata::withCausationId).orElse(metadata);
    }

    private static Tag tag(String text) {
        try {
            return Tag.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
