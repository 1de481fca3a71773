package dev.daybook.console.page;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.ConsumerRow;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.core.consumer.ConsumerHealth;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of consumers: how each is, why it does not move, and what it could not handle. */
final class ConsumersPage {

    static final String PATH = "/consumers";

    private static final String ONE = "/consumer";

    private final Readers readers;
    private final Looks looks;
    private final Actions actions;
    private final Templates templates;

    ConsumersPage(Readers readers, Looks looks, Actions actions, Templates templates) {
        this.readers = readers;
        this.looks = looks;
        this.actions = actions;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.page(Method.GET, PATH, Role.VIEWER, Set.of(Looks.UNMASK), this::all),
                Route.page(Method.GET, ONE, Role.VIEWER, Set.of("name", "done", "of", Looks.UNMASK), this::one),
                Route.page(Method.POST, ONE + "/retry", Role.OPERATOR, Set.of(), this::retry),
                Route.page(Method.POST, ONE + "/discard", Role.OPERATOR, Set.of(), this::discard));
    }

    private Answer all(Call call) {
        Instant now = Instant.now();
        return templates.html(
                "consumers",
                new ConsumersModel(
                        Frame.of(call, "Consumers", PATH, readers.sights()),
                        readers.consumers().all(looks.of(call)).stream()
                                .map(row -> line(call, row, now))
                                .toList()));
    }

    static ConsumersModel.Line line(Call call, ConsumerRow row, Instant now) {
        Optional<ConsumerHealth> health = row.health();
        String status = health.map(known -> known.status().name().toLowerCase(Locale.ROOT))
                .orElse(row.owner().isEmpty() ? "not running" : "elsewhere");
        return new ConsumersModel.Line(
                Visible.name(row.name()),
                Url.of(call.base(), ONE).with("name", row.name()).toString(),
                status,
                health.map(known -> known.isHealthy() ? "good" : "bad").orElse("idle"),
                row.checkpoint(),
                row.checkpoint() + row.lag(),
                lag(row),
                health.map(known -> Numbers.decimal(known.rate())).orElse("–"),
                health.flatMap(ConsumerHealth::lastProgress).or(row::movedAt).map(time -> Time.of(time, now)),
                row.parked(),
                Visible.prose(health.map(ConsumerHealth::diagnosis)
                        .orElse(
                                row.owner().isEmpty()
                                        ? "no process runs it at this moment"
                                        : "is run by another process, " + row.owner())));
    }

    private static String lag(ConsumerRow row) {
        if (row.lag() == 0) {
            return "none";
        }
        String events = Numbers.grouped(row.lag()) + (row.lag() == 1 ? " event" : " events");
        return row.health()
                .map(ConsumerHealth::lagTime)
                .filter(time -> time.toSeconds() > 0)
                .map(time -> events + ", " + Time.rough(time))
                .orElse(events);
    }

    private Answer one(Call call) {
        String name = call.required("name");
        Sight sight = looks.of(call);
        ConsumerRow row = readers.consumers()
                .find(name, sight)
                .orElseThrow(() -> Problem.notFound("the log knows no consumer " + Visible.name(name)));
        Instant now = Instant.now();
        Optional<String> notice = call.text("done")
                .map(done -> done.equals("retried")
                        ? call.number("of", 0, Long.MAX_VALUE, 0) + " handled after all."
                        : call.number("of", 0, Long.MAX_VALUE, 0) + " discarded.");
        return templates.html(
                "consumer",
                new ConsumerModel(
                        Frame.of(call, Visible.name(name), PATH, readers.sights()),
                        name,
                        line(call, row, now),
                        readers.consumers().deadLetters(name, sight).stream()
                                .map(letter -> new ConsumerModel.Letter(
                                        letter.parked().position(),
                                        Visible.name(letter.parked().aggregateId()),
                                        Visible.prose(letter.parked().error()),
                                        Time.of(letter.parked().parkedAt(), now),
                                        letter.event().map(event -> EventRow.of(event, call.base(), now))))
                                .toList(),
                        notice,
                        call.may(Role.OPERATOR) && readers.consumers().runsHere(name)));
    }

    private Answer retry(Call call) {
        String name = consumer(call);
        Set<Long> positions = positions(call);
        actions.record(call.caller(), new ConsoleEvent.ConsoleDeadLettersRetried(name, List.copyOf(positions)));
        return done(call, name, "retried", () -> readers.consumers().retry(name, positions));
    }

    private Answer discard(Call call) {
        String name = consumer(call);
        Set<Long> positions = positions(call);
        actions.record(call.caller(), new ConsoleEvent.ConsoleDeadLettersDiscarded(name, List.copyOf(positions)));
        return done(call, name, "discarded", () -> readers.consumers().discard(name, positions));
    }

    private String consumer(Call call) {
        String name = call.required("name");
        if (!readers.consumers().runsHere(name)) {
            throw Problem.notFound("this console was given no consumer " + Visible.name(name)
                    + "; ask the console of the process that runs it");
        }
        return name;
    }

    private static Set<Long> positions(Call call) {
        Set<Long> positions = call.texts("position").stream()
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        if (positions.isEmpty()) {
            throw Problem.badRequest("choose at least one event");
        }
        return positions;
    }

    private static Answer done(Call call, String name, String what, java.util.function.IntSupplier work) {
        try {
            return Answer.seeOther(Url.of(call.base(), ONE)
                    .with("name", name)
                    .with("done", what)
                    .with("of", work.getAsInt())
                    .toString());
        } catch (IllegalStateException failed) {
            // Its message can quote the event.
            throw new Problem(
                    409,
                    "not-done",
                    "nothing was done: the consumer does not run in this process at this moment, or could not handle one of"
                            + " the events even now; its diagnosis says more");
        }
    }
}
