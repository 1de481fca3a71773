package dev.daybook.core.audit;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Payload;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which events of an audit trail, in which order, and which page of them. Made from {@link #everything} by naming what is wanted;
 * all of it must hold.
 *
 * @param criteria aggregates, types, tags and metadata
 * @param happened within which span the timestamp lies
 * @param text what the payload holds, upper and lower case alike; null for anything
 * @param direction which comes first; null for the usual: the newest on a page, the oldest in an export, which can then be
 *     imported again
 * @param limit how many at most; 0 for the usual: {@link #PAGE} for a page, all for an export
 * @param cursor where a page before ended, as {@link Page#next} gave it; null for the beginning
 * @param offset how many to pass over first, at most {@link #MOST_OFFSET}; a cursor is the faster way
 */
public record AuditFilter(
        Criteria criteria,
        TimeSpan happened,
        @Nullable String text,
        Range.@Nullable Direction direction,
        int limit,
        @Nullable String cursor,
        int offset) {

    /** How many entries a page has unless a limit is given. */
    public static final int PAGE = 50;

    /** The highest limit of a page. */
    public static final int MOST_PER_PAGE = 1_000;

    /** The highest offset. */
    public static final int MOST_OFFSET = 100_000;

    private static final AuditFilter EVERYTHING =
            new AuditFilter(Criteria.any(), TimeSpan.always(), null, null, 0, null, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the limit or the offset is out of bounds
     */
    public AuditFilter {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit + " is negative; 0 asks for the usual");
        }
        if (offset < 0 || offset > MOST_OFFSET) {
            throw new IllegalArgumentException("offset " + offset + " is not within 0 and " + MOST_OFFSET
                    + "; go on from a page's cursor instead");
        }
    }

    /**
     * Every event, in the usual order: newest first on a page, oldest first in an export.
     *
     * @return the filter without a restriction
     */
    public static AuditFilter everything() {
        return EVERYTHING;
    }

    /**
     * The same, of one of these aggregates.
     *
     * @param ids aggregate ids, replacing earlier ones
     * @return a changed copy
     */
    public AuditFilter aggregates(String... ids) {
        return with(criteria.aggregates(ids));
    }

    /**
     * The same, of one of these types.
     *
     * @param names event type names, in whatever version, replacing earlier ones
     * @return a changed copy
     */
    public AuditFilter types(String... names) {
        return with(criteria.types(names));
    }

    /**
     * The same, with all of these tags.
     *
     * @param all tags, replacing earlier ones
     * @return a changed copy
     */
    public AuditFilter tags(Tag... all) {
        return with(criteria.tags(all));
    }

    /**
     * The same, by one actor.
     *
     * @param actor a user, service or job
     * @return a changed copy
     */
    public AuditFilter actor(String actor) {
        return metadata(criteria.metadata().withActor(actor));
    }

    /**
     * The same, of one larger piece of work.
     *
     * @param id its correlation id
     * @return a changed copy
     */
    public AuditFilter correlation(String id) {
        return metadata(criteria.metadata().withCorrelationId(id));
    }

    /**
     * The same, with this metadata.
     *
     * @param parts what must be the same in the event's, replacing earlier parts, an actor and a correlation among them
     * @return a changed copy
     */
    public AuditFilter metadata(Metadata parts) {
        return with(criteria.metadata(parts));
    }

    /**
     * The same, from a moment on.
     *
     * @param earliest the earliest timestamp
     * @return a changed copy
     */
    public AuditFilter from(Instant earliest) {
        return with(TimeSpan.between(earliest, happened.to()));
    }

    /**
     * The same, up to a moment.
     *
     * @param latest the latest timestamp
     * @return a changed copy
     */
    public AuditFilter to(Instant latest) {
        return with(TimeSpan.between(happened.from(), latest));
    }

    /**
     * The same, with a text in the stored payload as it stands there, upper and lower case alike.
     *
     * @param part what is looked for; in JSON, as JSON writes it
     * @return a changed copy
     */
    public AuditFilter text(String part) {
        return new AuditFilter(criteria, happened, part.isEmpty() ? null : part, direction, limit, cursor, offset);
    }

    /**
     * The same, newest first, which is usual on a page.
     *
     * @return a changed copy
     */
    public AuditFilter newestFirst() {
        return new AuditFilter(criteria, happened, text, Range.Direction.BACKWARDS, limit, cursor, offset);
    }

    /**
     * The same, oldest first, which is usual in an export.
     *
     * @return a changed copy
     */
    public AuditFilter oldestFirst() {
        return new AuditFilter(criteria, happened, text, Range.Direction.FORWARDS, limit, cursor, offset);
    }

    /**
     * The same with at most so many.
     *
     * @param most how many, 0 for the usual
     * @return a changed copy
     */
    public AuditFilter limit(int most) {
        return new AuditFilter(criteria, happened, text, direction, most, cursor, offset);
    }

    /**
     * The same from where a page ended.
     *
     * @param next what {@link Page#next} gave for the same filter
     * @return a changed copy
     */
    public AuditFilter page(String next) {
        return new AuditFilter(criteria, happened, text, direction, limit, next, offset);
    }

    /**
     * The same, passing over so many first.
     *
     * @param count how many
     * @return a changed copy
     */
    public AuditFilter offset(int count) {
        return new AuditFilter(criteria, happened, text, direction, limit, cursor, count);
    }

    /**
     * What tells those who follow a log which of its new events are asked for, page, order and limit aside.
     *
     * @param seen what of an event may be seen: a text is looked for in that
     * @return true for an event for which all holds that the filter names
     */
    public Predicate<StoredEvent> matcher(UnaryOperator<StoredEvent> seen) {
        Predicate<StoredEvent> sought = sought(seen);
        return event -> criteria.matches(event) && happened.contains(event.timestamp()) && sought.test(event);
    }

    /** The part of it that no storage knows: whether the text is in what may be seen. */
    Predicate<StoredEvent> sought(UnaryOperator<StoredEvent> seen) {
        if (text == null) {
            return event -> true;
        }
        Predicate<Payload> search = TextSearch.of(text);
        return event -> search.test(seen.apply(event).payload());
    }

    /** Whether there may be much to go through that is not asked for: no index alone leads to what is. */
    boolean isSearch() {
        Metadata metadata = criteria.metadata();
        int indexes = (criteria.aggregates().isEmpty() ? 0 : 1)
                + (criteria.types().isEmpty() ? 0 : 1)
                + criteria.tags().size()
                + (metadata.actor().isPresent() ? 1 : 0)
                + (metadata.correlationId().isPresent() ? 1 : 0)
                + (metadata.causationId().isPresent() ? 1 : 0);
        return text != null || indexes > 1 || !metadata.entries().isEmpty();
    }

    Query query() {
        return Query.of(criteria);
    }

    Range.Direction direction(Range.Direction usual) {
        return direction == null ? usual : direction;
    }

    /** Without what only this class knows: the text. */
    Range range(Range.Direction order) {
        Range all = (order == Range.Direction.FORWARDS ? Range.all() : Range.newestFirst()).happened(happened);
        return cursor == null ? all : PageCursor.parse(cursor, order).goOn(all);
    }

    private AuditFilter with(Criteria other) {
        return new AuditFilter(other, happened, text, direction, limit, cursor, offset);
    }

    private AuditFilter with(TimeSpan span) {
        return new AuditFilter(criteria, span, text, direction, limit, cursor, offset);
    }
}
