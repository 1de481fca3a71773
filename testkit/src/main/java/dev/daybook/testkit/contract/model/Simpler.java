package dev.daybook.testkit.contract.model;

import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.Condition;
import dev.daybook.ports.log.Criteria;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.util.ArrayList;
import java.util.List;

/** What is a little less than a step and may fail just the same. */
final class Simpler {

    private static final int FEW = 8;

    private Simpler() {}

    static List<Step> than(Step step) {
        return switch (step) {
            case Step.AppendEvents(Append append) -> appends(append);
            case Step.Read(Query query, Range range) -> reads(query, range);
            default -> List.of();
        };
    }

    private static List<Step> appends(Append append) {
        List<Step> simpler = new ArrayList<>();
        int size = append.events().size();
        if (size > FEW) {
            // One by one, hundreds of events would take hours.
            for (int part = size / 2; part >= Math.max(1, size / 8); part /= 2) {
                simpler.add(of(append, append.events().subList(part, size)));
                simpler.add(of(append, append.events().subList(0, size - part)));
            }
        }
        for (Condition condition : append.conditions()) {
            List<Condition> fewer = new ArrayList<>(append.conditions());
            fewer.remove(condition);
            simpler.add(new Step.AppendEvents(new Append(append.events(), fewer)));
        }
        for (NewEvent event : size > FEW ? List.<NewEvent>of() : append.events()) {
            if (append.events().size() > 1) {
                List<NewEvent> fewer = new ArrayList<>(append.events());
                fewer.remove(event);
                simpler.add(of(append, fewer));
            }
            replaced(append, event, event.with(Metadata.none()), simpler);
            replaced(append, event, event.tagged(), simpler);
        }
        return simpler;
    }

    private static Step of(Append append, List<NewEvent> events) {
        return new Step.AppendEvents(new Append(events, append.conditions()));
    }

    private static void replaced(Append append, NewEvent event, NewEvent plainer, List<Step> simpler) {
        if (!plainer.equals(event)) {
            List<NewEvent> events = new ArrayList<>(append.events());
            events.set(events.indexOf(event), plainer);
            simpler.add(of(append, events));
        }
    }

    private static List<Step> reads(Query query, Range range) {
        List<Step> simpler = new ArrayList<>();
        for (Criteria criteria : query.anyOf()) {
            simpler.add(new Step.Read(Query.of(criteria), range));
            simpler.add(new Step.Read(Query.of(criteria.metadata(Metadata.none())), range));
            simpler.add(new Step.Read(Query.of(criteria.tags(new Tag[0])), range));
            simpler.add(new Step.Read(Query.of(criteria.types(new String[0])), range));
            simpler.add(new Step.Read(Query.of(criteria.aggregates(new String[0])), range));
        }
        Range unbounded = range.isForwards() ? Range.all() : Range.newestFirst();
        simpler.add(new Step.Read(query, unbounded));
        simpler.add(new Step.Read(query, unbounded.limit(range.limit())));
        simpler.add(new Step.Read(query, range.limit(Long.MAX_VALUE)));
        simpler.removeIf(step -> step.equals(new Step.Read(query, range)));
        return simpler;
    }
}
