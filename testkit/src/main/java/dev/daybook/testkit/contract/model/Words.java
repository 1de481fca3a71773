package dev.daybook.testkit.contract.model;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.log.TimeSpan;
import dev.daybook.ports.snapshot.Snapshot;
import java.util.stream.Collectors;

/** Steps as a person would write them. */
final class Words {

    private Words() {}

    static String of(Step step) {
        return switch (step) {
            case Step.AppendEvents(Append append) -> append(append);
            case Step.Read(Query query, Range range) -> "read(" + query(query) + ", " + range(range) + ")";
            case Step.Head() -> "head()";
            case Step.SaveSnapshot(Snapshot snapshot) -> "save(" + snapshot + ")";
            case Step.NewestSnapshot(var id, var fingerprint, var sequence, var latest) ->
                "newest(" + quoted(id) + ", " + quoted(fingerprint) + ", " + bound(sequence) + ", " + latest + ")";
            case Step.SnapshotTotals() -> "totals()";
            case Step.SetClock(var time) -> "clock.set(" + time + ")";
            case Step.Reopen() -> "reopen()";
        };
    }

    private static String append(Append append) {
        String events = append.events().stream().map(Words::event).collect(Collectors.joining(", "));
        String conditions = append.conditions().stream()
                .map(condition -> ".onlyIf(" + condition(condition) + ")")
                .collect(Collectors.joining());
        return "append(" + events + ")" + conditions;
    }

    /** The last digits tell ids of one run apart. */
    private static String event(NewEvent event) {
        StringBuilder text = new StringBuilder("event(#")
                .append(event.id().getLeastSignificantBits() & 0xFFFF)
                .append(", ")
                .append(quoted(event.aggregateId()))
                .append(", ")
                .append(event.type())
                .append(", ")
                .append(event.payload().text())
                .append(", ")
                .append(event.timestamp());
        if (!event.tags().isEmpty()) {
            text.append(", ").append(event.tags());
        }
        if (!event.metadata().isEmpty()) {
            text.append(", ").append(metadata(event.metadata()));
        }
        return text.append(")").toString();
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case Condition.ExpectedSequence(String id, long sequence) ->
                "expectedSequence(" + quoted(id) + ", " + sequence + ")";
            case Condition.NoneMatching(Query query, long position) ->
                "noneMatchingAfter(" + query(query) + ", " + position + ")";
        };
    }

    private static String query(Query query) {
        return query.anyOf().stream().map(Words::criteria).collect(Collectors.joining(" or "));
    }

    private static String criteria(Criteria criteria) {
        StringBuilder text = new StringBuilder("any()");
        if (!criteria.aggregates().isEmpty()) {
            text.append(".aggregates").append(criteria.aggregates());
        }
        if (!criteria.types().isEmpty()) {
            text.append(".types").append(criteria.types());
        }
        if (!criteria.tags().isEmpty()) {
            text.append(".tags").append(criteria.tags());
        }
        if (!criteria.metadata().isEmpty()) {
            text.append(".metadata(").append(metadata(criteria.metadata())).append(")");
        }
        return text.toString();
    }

    private static String metadata(Metadata metadata) {
        return metadata.toString().replace("Metadata", "");
    }

    private static String range(Range range) {
        StringBuilder text = new StringBuilder(range.isForwards() ? "all()" : "newestFirst()");
        bound(text, "after", range.afterPosition(), 0);
        bound(text, "upTo", range.toPosition(), Long.MAX_VALUE);
        bound(text, "fromSequence", range.fromSequence(), 1);
        bound(text, "upToSequence", range.toSequence(), Long.MAX_VALUE);
        bound(text, "happened", range.timestamps(), TimeSpan.always());
        bound(text, "recorded", range.recorded(), TimeSpan.always());
        bound(text, "limit", range.limit(), Long.MAX_VALUE);
        return text.toString();
    }

    private static void bound(StringBuilder text, String name, Object value, Object none) {
        String own = String.valueOf(value);
        if (!own.equals(String.valueOf(none))) {
            text.append(".").append(name).append("(").append(own).append(")");
        }
    }

    private static String bound(long number) {
        return number == Long.MAX_VALUE ? "any" : String.valueOf(number);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
