package dev.daybook.console.page;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.ConsumerRow;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.reading.Sight;
import dev.daybook.console.reading.ViewReader.ViewRow;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.core.consumer.ConsumerHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of consumers and projections: how each is, why it does not move, and what it could not handle. */
final class ConsumersPage {

    static final String PATH = "/consumers";

    private static final String ONE = "/consumer";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_KEYS = 10;

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
                Route.page(Method.POST, ONE + "/discard", Role.OPERATOR, Set.of(), this::discard),
                Route.page(Method.POST, PATH + "/verify", Role.OPERATOR, Set.of(), this::verify),
                Route.page(Method.POST, PATH + "/switch", Role.OPERATOR, Set.of(), this::switchTo));
    }

    private Answer all(Call call) {
        return all(call, Optional.empty());
    }

    private Answer all(Call call, Optional<String> notice) {
        Sight sight = looks.of(call);
        Instant now = Instant.now();
        List<ViewRow> views = readers.views().all(sight);
        return templates.html(
                "consumers",
                new ConsumersModel(
                        Frame.of(call, "Consumers", PATH, readers.sights()),
                        views.stream().map(view -> view(call, view, views, now)).toList(),
                        readers.consumers().all(sight).stream()
                                .map(row -> line(call, row, now))
                                .toList(),
                        notice,
                        call.may(Role.OPERATOR)));
    }

    private static ConsumersModel.ViewLine view(Call call, ViewRow row, List<ViewRow> all, Instant now) {
        boolean isOneOfSeveral =
                all.stream().filter(other -> other.view().equals(row.view())).count() > 1;
        return new ConsumersModel.ViewLine(
                row.view(),
                Visible.name(row.view()),
                row.version(),
                row.served(),
                isOneOfSeveral && !row.served(),
                row.consumer().map(consumer -> line(call, consumer, now)));
    }

    private static ConsumersModel.Line line(Call call, ConsumerRow row, Instant now) {
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

    private Answer verify(Call call) {
        String view = call.required("view");
        if (!readers.views().isView(view)) {
            throw Problem.notFound("this console was given no view " + Visible.name(view));
        }
        actions.record(call.caller(), new ConsoleEvent.ConsoleViewVerified(view));
        List<String> keys = readers.views().verify(view);
        return all(
                call,
                Optional.of(
                        keys.isEmpty()
                                ? Visible.name(view) + " is what the log says, key by key."
                                : keys.size() + " keys of " + Visible.name(view) + " differ from the log: "
                                        + keys.stream()
                                                .limit(MOST_KEYS)
                                                .map(Visible::name)
                                                .collect(Collectors.joining(", "))));
    }

    private Answer switchTo(Call call) throws InterruptedException {
        String view = call.required("view");
        int version = (int) call.number("version", 0, Integer.MAX_VALUE, 0);
        if (!readers.views().hasVersion(view, version)) {
            throw Problem.notFound("this console was given no version " + version + " of " + Visible.name(view));
        }
        actions.record(call.caller(), new ConsoleEvent.ConsoleViewSwitched(view, version));
        boolean served = readers.views().switchTo(view, version, PATIENCE);
        return all(
                call,
                Optional.of(
                        served
                                ? "Version " + version + " of " + Visible.name(view) + " is served from now on."
                                : "Version " + version
                                        + " has not caught up in time; the version before is served as it was."));
    }
}
