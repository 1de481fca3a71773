package dev.daybook.console.api;

import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.EventPage;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Route;
import dev.daybook.core.journal.Journal;
import dev.daybook.core.journal.Outcome;
import dev.daybook.ports.log.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The journal: commands and what became of them. Its entries are events, and look like them. */
final class JournalApi {

    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    private final Readers readers;
    private final Looks looks;

    JournalApi(Readers readers, Looks looks) {
        this.readers = readers;
        this.looks = looks;
    }

    List<Route> routes() {
        Set<String> parameters = Set.of("aggregate", "outcome", "limit", "before", Looks.UNMASK);
        return List.of(Route.api(Method.GET, Api.ROOT + "/journal", Role.VIEWER, parameters, this::entries));
    }

    private Answer entries(Call call) {
        int limit = (int) call.number("limit", 1, MOST, USUAL);
        long before = call.number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        EventPage page = readers.events().journal(query(call), before, limit, looks.of(call));
        return Answer.json(out -> {
            out.writeStartObject();
            Written.events(out, "entries", page.events());
            page.next().ifPresent(next -> out.writeNumberProperty("next_before", Long.parseLong(next)));
            out.writeEndObject();
        });
    }

    private static Query query(Call call) {
        Optional<String> aggregate = call.text("aggregate");
        Set<String> words = Arrays.stream(Outcome.values())
                .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Outcome[] outcome = call
                .text("outcome")
                .map(any -> Outcome.valueOf(call.oneOf("outcome", words, "").toUpperCase(Locale.ROOT)))
                .stream()
                .toArray(Outcome[]::new);
        return aggregate.map(id -> Journal.queryOf(id, outcome)).orElseGet(() -> Journal.query(outcome));
    }
}
