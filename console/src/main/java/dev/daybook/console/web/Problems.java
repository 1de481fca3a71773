package dev.daybook.console.web;

import dev.daybook.console.action.NotRecordedException;
import dev.daybook.core.replay.ReplayException;
import dev.daybook.ports.DaybookException;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.storage.LimitExceededException;
import dev.daybook.ports.storage.StorageException;
import java.util.Map;
import java.util.UUID;

/** Turns what was thrown into an answer. What the outside did not ask for is logged under a number and not told. */
final class Problems {

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private static final String JSON = "application/problem+json";

    private final ProblemPage page;

    Problems(ProblemPage page) {
        this.page = page;
    }

    static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case IllegalArgumentException wrong -> Problem.badRequest(String.valueOf(wrong.getMessage()));
            case LimitExceededException large -> new Problem(413, "too-large", String.valueOf(large.getMessage()));
            case EventIdReusedException reused ->
                new Problem(409, "event-id-reused", String.valueOf(reused.getMessage()));
            case StorageException storage -> {
                LOG.log(System.Logger.Level.WARNING, "the storage could not answer a call", storage);
                yield new Problem(
                        503,
                        "storage-"
                                + storage.fault()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                        "the storage cannot answer now; its log says why");
            }
            case NotRecordedException unrecorded ->
                new Problem(503, "not-recorded", String.valueOf(unrecorded.getMessage()));
            // Its message quotes the event, which the caller perhaps must not see.
            case ReplayException replay -> {
                LOG.log(System.Logger.Level.WARNING, "events could not be folded", replay);
                yield new Problem(
                        409,
                        "cannot-be-folded",
                        "an event of this aggregate cannot be folded by the rules the console was given; the service's log says which");
            }
            case DaybookException other -> unexpected(other);
            default -> unexpected(failure);
        };
    }

    private static Problem unexpected(Throwable failure) {
        UUID number = UUID.randomUUID();
        LOG.log(System.Logger.Level.ERROR, "a call failed, number " + number, failure);
        return new Problem(500, "failed", "this call failed; the service's log says why under the number " + number);
    }

    Answer answer(Problem problem, Route.Kind kind, String base) {
        if (kind == Route.Kind.PAGE) {
            return new Answer.Whole(
                    problem.status(),
                    Answer.HTML,
                    page.html(base, problem.status(), problem.title(), problem.detail())
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    problem.headers());
        }
        byte[] body = Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringProperty("type", problem.type());
            out.writeStringProperty("title", problem.title());
            out.writeNumberProperty("status", problem.status());
            out.writeStringProperty("detail", problem.detail());
            out.writeEndObject();
        });
        return new Answer.Whole(problem.status(), JSON, body, Map.copyOf(problem.headers()));
    }
}
