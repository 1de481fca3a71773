package dev.daybook.jooq;

import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The terms of one alternative of a query, in the numbers that the rows know them by. */
final class Terms {

    private final Criteria criteria;
    private final List<Source.Label> labels = new ArrayList<>();
    private final List<Source.Aggregate> aggregates = new ArrayList<>();
    private final List<Source.Type> types = new ArrayList<>();

    Terms(Session session, Dictionary dictionary, Criteria criteria) throws SQLException {
        this.criteria = criteria;
        for (String label : Labels.of(criteria.tags(), criteria.metadata())) {
            labels.add(new Source.Label(label));
        }
        for (String id : criteria.aggregates()) {
            long key = dictionary.aggregateKey(session, id);
            if (key != 0) {
                aggregates.add(new Source.Aggregate(key, id));
            }
        }
        for (long key : dictionary.typeKeys(session, criteria.types())) {
            types.add(new Source.Type(key));
        }
    }

    /** The indexes that hold every event in question; an empty one says that there is none. */
    List<List<? extends Source>> candidates() {
        List<List<? extends Source>> candidates = new ArrayList<>();
        labels.forEach(label -> candidates.add(List.of(label)));
        if (!criteria.aggregates().isEmpty()) {
            candidates.add(aggregates);
        }
        if (!criteria.types().isEmpty()) {
            candidates.add(types);
        }
        return candidates;
    }

    /** What is left to be filtered when the sources have been walked. */
    Filter without(List<? extends Source> sources, Query query, Range range) {
        return new Filter(
                query,
                range,
                labels.stream()
                        .filter(label -> !sources.contains(label))
                        .map(Source.Label::label)
                        .toList(),
                sources.equals(types)
                        ? List.of()
                        : types.stream().map(Source.Type::key).toList(),
                sources.equals(aggregates)
                        ? List.of()
                        : aggregates.stream().map(Source.Aggregate::key).toList());
    }
}
