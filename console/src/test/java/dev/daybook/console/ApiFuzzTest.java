package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.console.FuzzedCalls.Kind;
import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.Shop.Event.Sent;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import dev.daybook.core.projection.Versions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every call of the API as its document allows it and as it does not, by everybody, seed by seed. For how long is told by
 * {@code -Ddaybook.fuzz.seconds}, where it begins by {@code -Ddaybook.fuzz.seed}: at the same place unless told, so that no build fails by
 * chance.
 */
class ApiFuzzTest {

    private static final long SECONDS = Long.getLong("daybook.fuzz.seconds", 10);
    private static final long SEED = Long.getLong("daybook.fuzz.seed", 20_261_128);

    /** What a call can be refused for though the document allows each part of it: parts that do not go together, and what needs more. */
    private static final Set<Integer> REFUSED_FOR_ITS_FORM = Set.of(400, 406, 413, 414, 415);

    @TempDir
    private Path folder;

    private Shop shop;
    private Versions<Counted.Count> counted;
    private Console console;
    private URI uri;
    private JsonNode document;
    private Schemas schemas;
    private Map<String, List<String>> known;
    private final Map<String, String> faults = new TreeMap<>();

    @BeforeEach
    void open() {
        shop = new Shop(folder, UnaryOperator.identity());
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
        shop.record(new Sent(1), "order_1", "alice", 1);
        shop.record(new Sent(1), "other", "bob", 1);
        counted = shop.daybook
                .versions(List.of(new Counted(1), new Counted(2), new Counted(3)))
                .startBegun();
        Security security = Security.authenticated();
        for (Role role : Role.values()) {
            security = security.token(role.name(), Security.hash(token(role)), role);
        }
        console = Console.builder(shop.daybook)
                .security(security)
                .appends()
                .aggregate("order_", new Order())
                .view(counted)
                .build();
        uri = console.start(0);
        document = Client.tree(new Client(uri).get("/api/v1/openapi.json").body());
        schemas = new Schemas(document);
        List<String> aggregates = List.of("order_1", "other", "nobody");
        known = Map.ofEntries(
                Map.entry("aggregate", aggregates),
                Map.entry("aggregateId", aggregates),
                Map.entry("aggregate_id", aggregates),
                Map.entry("view", List.of("counted")),
                Map.entry("version", List.of("1", "2", "3")),
                Map.entry("consumer", List.of("counted@1")),
                Map.entry("type", List.of("ordered", "sent")),
                Map.entry("tag", List.of("a:b")),
                Map.entry("tags", List.of("a:b", "c:d:e")),
                Map.entry("event", List.of("1", "2", "99", "01900000-0000-7000-8000-000000000000")));
    }

    @AfterEach
    void close() {
        console.close();
        counted.close();
        shop.close();
    }

    private static String token(Role role) {
        return "token-of-the-" + role + "-0123456789";
    }

    @Test
    void whatever_is_sent_is_answered_as_the_document_says() {
        System.out.println("seed of the calls: " + SEED);
        List<Operation> operations = Operation.all(document);
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int calls = 0;
        Map<Kind, Integer> kinds = new TreeMap<>();
        while (System.nanoTime() < end || calls < operations.size() * 10) {
            Operation operation = operations.get(calls % operations.size());
            Random random = new Random(SEED + calls);
            FuzzedValues values = new FuzzedValues(random, known);
            Optional<Role> role = values.chance(10) ? Optional.empty() : Optional.of(mostly(values, operation));
            FuzzedCalls.Made made = FuzzedCalls.make(values, operation, role.map(ApiFuzzTest::token));
            kinds.merge(made.kind(), 1, Integer::sum);
            check(operation, role, made, calls);
            calls++;
        }
        System.out.println("calls: " + calls + ", " + kinds);
        assertThat(faults.values()).as("with the seed %s", SEED).isEmpty();
        assertThat(kinds).containsKeys(Kind.values());
    }

    /** Somebody who may, most of the time: others are refused before anybody looks at what they sent. */
    private static Role mostly(FuzzedValues values, Operation operation) {
        return operation.role().filter(least -> values.chance(80)).orElseGet(() -> values.one(List.of(Role.values())));
    }

    private void check(Operation operation, Optional<Role> role, FuzzedCalls.Made made, int number) {
        try {
            RawCall.Reply reply = made.call().send(uri);
            Optional<String> fault = fault(operation, role, made.kind(), reply);
            fault.ifPresent(what -> fault(operation, what, made, number, reply.status() + " " + reply.body()));
        } catch (IOException broken) {
            fault(operation, "no answer", made, number, broken.toString());
        }
    }

    private void fault(Operation operation, String what, FuzzedCalls.Made made, int number, String reply) {
        faults.putIfAbsent(
                operation + " " + what,
                "%s, %s, call %d: %s%n  %s%n  answered %.600s%n"
                        .formatted(operation, what, number, made.kind(), made.call(), reply));
    }

    private Optional<String> fault(Operation operation, Optional<Role> role, Kind kind, RawCall.Reply reply) {
        int status = reply.status();
        boolean refusedByTheServer = reply.body().contains("urn:daybook:problem:http");
        if (status == 500) {
            return Optional.of("failed");
        }
        if (refusedByTheServer) {
            return status < 500 || status == 501 || status == 505 ? Optional.empty() : Optional.of("failed");
        }
        boolean may = operation.role().isEmpty()
                || role.filter(who -> may(who, operation)).isPresent();
        if (!may && kind != Kind.HOSTILE && kind != Kind.OTHER_METHOD && status != (role.isEmpty() ? 401 : 403)) {
            return Optional.of("is not refused to " + role);
        }
        if (kind == Kind.OTHER_METHOD) {
            return Set.of(401, 405).contains(status) ? Optional.empty() : Optional.of("answered another method");
        }
        if (may && kind == Kind.INVALID && (status < 400 || status >= 500)) {
            return Optional.of("took what is not valid");
        }
        if (may && kind == Kind.VALID && REFUSED_FOR_ITS_FORM.contains(status) && !goesNotTogether(reply)) {
            return Optional.of("refused what is valid: " + status);
        }
        return undocumented(operation, kind, reply);
    }

    private static boolean may(Role role, Operation operation) {
        Role least = operation.role().orElseThrow();
        return role == least
                || (role != Role.WRITER
                        && least != Role.WRITER
                        && EnumSet.range(Role.VIEWER, role).contains(least));
    }

    /** The document cannot say of two parameters that they exclude each other. */
    private static boolean goesNotTogether(RawCall.Reply reply) {
        return Stream.of("give one of", "goes neither with", "give each event its timestamp")
                .anyMatch(reply.body()::contains);
    }

    private Optional<String> undocumented(Operation operation, Kind kind, RawCall.Reply reply) {
        int status = reply.status();
        // A path that is made to be another is not this operation's.
        if (kind == Kind.HOSTILE && (status == 404 || status == 405 || status == 401)) {
            return Optional.empty();
        }
        JsonNode answer = operation.responses().get(status);
        if (answer == null) {
            return Optional.of("undocumented status " + status);
        }
        if (!answer.has("content")) {
            return reply.body().isEmpty() ? Optional.empty() : Optional.of("undocumented body of " + status);
        }
        JsonNode content = answer.get("content").path(reply.type());
        if (content.isMissingNode()) {
            return Optional.of("undocumented type of " + status + ": " + reply.type());
        }
        try {
            if (reply.type().equals("application/x-ndjson")) {
                reply.body().lines().forEach(Client::tree);
            } else if (reply.type().endsWith("json")) {
                schemas.check(Client.tree(reply.body()), content.get("schema"), "the body");
            }
        } catch (AssertionError | tools.jackson.core.JacksonException e) {
            return Optional.of("undocumented body of " + status + ": " + String.format("%.300s", e.getMessage()));
        }
        return Optional.empty();
    }
}
