package dev.daybook.console.reading;

import dev.daybook.core.Daybook;
import dev.daybook.core.aggregate.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which folding is for which aggregate, and for whose eyes. */
final class Foldings {

    /** Rules for all aggregates whose id begins alike. */
    private record Rule(String prefix, RuleFolding<?, ?> folding) {}

    /** In bytes of the states as texts; in memory they take some times as much. */
    private static final long MOST_RECENT = 4 << 20;

    private final Daybook daybook;
    private final RecentStates recent = new RecentStates(MOST_RECENT);
    private final List<Rule> rules = new ArrayList<>();

    Foldings(Daybook daybook, Map<String, Aggregate<?, ?, ?, ?>> aggregates) {
        this.daybook = daybook;
        aggregates.forEach(
                (prefix, aggregate) -> rules.add(new Rule(prefix, new RuleFolding<>(daybook, aggregate, recent))));
        // The longest prefix first: order_item_ before order_.
        rules.sort((a, b) -> Integer.compare(b.prefix.length(), a.prefix.length()));
    }

    /**
     * What rules have folded cannot be masked any more. So where a rule folds types of which something is masked, whoever may not see that
     * is shown the last values of the masked events.
     */
    Folding of(String aggregateId, Sight sight) {
        return rule(aggregateId)
                .filter(folding -> sight.sees(folding.types()))
                .<Folding>map(folding -> folding)
                .orElseGet(() -> new LastValues(daybook, sight, recent));
    }

    private Optional<RuleFolding<?, ?>> rule(String aggregateId) {
        for (Rule rule : rules) {
            if (aggregateId.startsWith(rule.prefix)) {
                return Optional.of(rule.folding);
            }
        }
        return Optional.empty();
    }
}
