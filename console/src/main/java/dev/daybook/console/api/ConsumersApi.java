package dev.daybook.console.api;

import dev.daybook.console.action.Actions;
import dev.daybook.console.action.ConsoleEvent;
import dev.daybook.console.asking.Looks;
import dev.daybook.console.reading.ConsumerReader.DeadLetter;
import dev.daybook.console.reading.ConsumerRow;
import dev.daybook.console.reading.Readers;
import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Problem;
import dev.daybook.console.web.Route;
import dev.daybook.core.consumer.ConsumerHealth;
import dev.daybook.jackson.Rfc3339;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Consumers, how they are, and what they could not handle. */
final class ConsumersApi {

    private final Readers readers;
    private final Looks looks;
    private final Actions actions;

    ConsumersApi(Readers readers, Looks looks, Actions actions) {
        this.readers = readers;
        this.looks = looks;
        this.actions = actions;
    }

    List<Route> routes() {
        Set<String> one = Set.of("consumer", Looks.UNMASK);
        return List.of(
                Route.api(Method.GET, Api.ROOT + "/consumers", Role.VIEWER, Set.of(Looks.UNMASK), this::all),
                Route.api(Method.GET, Api.ROOT + "/dead-letters", Role.VIEWER, one, this::deadLetters),
                Route.api(Method.POST, Api.ROOT + "/dead-letters/retry", Role.OPERATOR, Set.of(), this::retry),
                Route.api(Method.POST, Api.ROOT + "/dead-letters/discard", Role.OPERATOR, Set.of(), this::discard));
    }

    private Answer all(Call call) {
        List<ConsumerRow> rows = readers.consumers().all(looks.of(call));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("consumers");
            out.writeStartArray();
            rows.forEach(row -> write(out, row));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    static void write(JsonGenerator out, ConsumerRow row) {
        out.writeStartObject();
        out.writeStringProperty("name", row.name());
        out.writeNumberProperty("checkpoint", row.checkpoint());
        out.writeNumberProperty("lag", row.lag());
        out.writeStringProperty("owner", row.owner());
        row.movedAt().ifPresent(at -> out.writeStringProperty("moved_at", Rfc3339.format(at)));
        out.writeNumberProperty("dead_letters", row.parked());
        row.health().ifPresent(health -> health(out, health));
        out.writeEndObject();
    }

    private static void health(JsonGenerator out, ConsumerHealth health) {
        out.writeName("health");
        out.writeStartObject();
        out.writeStringProperty("status", health.status().name().toLowerCase(Locale.ROOT));
        out.writeBooleanProperty("healthy", health.isHealthy());
        out.writeStringProperty("diagnosis", health.diagnosis());
        health.lastError().ifPresent(error -> out.writeStringProperty("last_error", error));
        out.writeNumberProperty("rate", health.rate());
        out.writeNumberProperty("lag_millis", health.lagTime().toMillis());
        out.writeNumberProperty("handled", health.handled());
        out.writeEndObject();
    }

    private Answer deadLetters(Call call) {
        List<DeadLetter> letters = readers.consumers().deadLetters(call.required("consumer"), looks.of(call));
        return Answer.json(out -> {
            out.writeStartObject();
            out.writeName("dead_letters");
            out.writeStartArray();
            letters.forEach(letter -> write(out, letter));
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, DeadLetter letter) {
        out.writeStartObject();
        out.writeNumberProperty("position", letter.parked().position());
        out.writeStringProperty("aggregate_id", letter.parked().aggregateId());
        out.writeStringProperty("error", letter.parked().error());
        out.writeStringProperty("parked_at", Rfc3339.format(letter.parked().parkedAt()));
        letter.event().ifPresent(event -> {
            out.writeName("event");
            out.writeRawValue(event.json());
        });
        out.writeEndObject();
    }

    private Answer retry(Call call) {
        String consumer = consumer(call);
        Set<Long> positions = positions(call);
        actions.record(call.caller(), new ConsoleEvent.ConsoleDeadLettersRetried(consumer, List.copyOf(positions)));
        return done(() -> readers.consumers().retry(consumer, positions));
    }

    private Answer discard(Call call) {
        String consumer = consumer(call);
        Set<Long> positions = positions(call);
        actions.record(call.caller(), new ConsoleEvent.ConsoleDeadLettersDiscarded(consumer, List.copyOf(positions)));
        return done(() -> readers.consumers().discard(consumer, positions));
    }

    private String consumer(Call call) {
        Bodily body = Bodily.of(call, Set.of("consumer", "positions"));
        String consumer = body.text("consumer");
        if (!readers.consumers().runsHere(consumer)) {
            throw Problem.notFound(
                    "this console was given no consumer " + consumer + "; ask the console of the process that runs it");
        }
        return consumer;
    }

    private static Set<Long> positions(Call call) {
        Set<Long> positions = new LinkedHashSet<>(
                Bodily.of(call, Set.of("consumer", "positions")).numbers("positions"));
        if (positions.isEmpty()) {
            throw Problem.badRequest("give the positions of at least one dead letter");
        }
        return positions;
    }

    private static Answer done(java.util.function.IntSupplier work) {
        try {
            int count = work.getAsInt();
            return Answer.json(out -> {
                out.writeStartObject();
                out.writeNumberProperty("count", count);
                out.writeEndObject();
            });
        } catch (IllegalStateException failed) {
            // Its message can quote the event.
            throw new Problem(
                    409,
                    "not-done",
                    "nothing was done: the consumer does not run in this process at this moment, or could not handle one of the "
                            + "dead letters even now; its health says more");
        }
    }
}
