package dev.daybook.torture.kill;

import dev.daybook.torture.writer.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param kills that were done
 * @param events in the log at the end
 * @param counts how appends were answered
 * @param findings what is wrong; nothing if all is well
 */
public record KillResult(List<Kill> kills, long events, Ledger.Counts counts, List<String> findings) {

    /** How many of each kind. */
    public String describeKills() {
        Map<Kill.Target, Long> byTarget =
                new TreeMap<>(kills.stream().collect(Collectors.groupingBy(Kill::target, Collectors.counting())));
        return byTarget.entrySet().stream()
                .map(entry -> entry.getValue() + " "
                        + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
