package dev.daybook.console.metrics;

import dev.daybook.console.security.Role;
import dev.daybook.console.web.Answer;
import dev.daybook.console.web.Method;
import dev.daybook.console.web.Observer;
import dev.daybook.console.web.Route;
import dev.daybook.core.Daybook;
import dev.daybook.core.consumer.EventConsumer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/** Counts calls, and tells how the log, its audit trail and its consumers are. */
public final class Meters implements Observer, AutoCloseable {

    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /**
     * Meters of a log.
     *
     * @param streams tells how many streams of live events are open
     */
    public Meters(Daybook daybook, List<EventConsumer> consumers, IntSupplier streams) {
        Gauge.builder("daybook.log.head", daybook, log -> log.storage().log().head())
                .description("Position of the last event")
                .register(registry);
        Gauge.builder("daybook.console.streams", streams, IntSupplier::getAsInt)
                .strongReference(true)
                .description("Streams of live events that are open")
                .register(registry);
        FunctionCounter.builder(
                        "daybook.audit.recorded",
                        daybook,
                        log -> log.auditTrail().health().recorded())
                .description("Events handed over to the audit trail")
                .register(registry);
        FunctionCounter.builder(
                        "daybook.audit.lost",
                        daybook,
                        log -> log.auditTrail().health().lost())
                .description("Events that the audit trail could not write")
                .register(registry);
        Gauge.builder(
                        "daybook.audit.queued",
                        daybook,
                        log -> log.auditTrail().health().queued())
                .description("Events that wait to be written")
                .register(registry);
        consumers.forEach(this::consumer);
    }

    private void consumer(EventConsumer consumer) {
        Gauge.builder("daybook.consumer.lag", consumer, each -> each.health().lag())
                .tag("consumer", consumer.name())
                .description("Positions that a consumer is behind the log")
                .register(registry);
        Gauge.builder(
                        "daybook.consumer.healthy",
                        consumer,
                        each -> each.health().isHealthy() ? 1 : 0)
                .tag("consumer", consumer.name())
                .description("1 while a consumer runs or waits for its turn")
                .register(registry);
        Gauge.builder(
                        "daybook.consumer.dead.letters",
                        consumer,
                        each -> each.health().parked())
                .tag("consumer", consumer.name())
                .description("Events that a consumer could not handle")
                .register(registry);
    }

    @Override
    public void answered(String route, int status, long nanos) {
        Timer.builder("daybook.console.calls")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    public List<Route> routes() {
        return List.of(new Route(
                Method.GET,
                "/metrics",
                Optional.of(Role.VIEWER),
                Set.of(),
                Route.Kind.FILE,
                call -> Answer.bytes(FORMAT, registry.scrape().getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void close() {
        registry.close();
    }
}
