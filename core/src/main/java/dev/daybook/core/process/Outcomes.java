package dev.daybook.core.process;

import dev.daybook.core.context.Context;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.EventType;
import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventIdReusedException;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a command one outcome, whoever carries it out and how often: the log takes one event under the command's id, and that is either the
 * first event of its effect or one that says that it was rejected, or done without an event. Whoever comes later, be it a process that was
 * stopped in the middle and is woken after another has taken over, finds the id taken.
 */
final class Outcomes<C> {

    private static final EventType REJECTED = EventType.of("command_rejected");
    private static final EventType DONE = EventType.of("command_done");
    private static final String REASON = "process.reason";
    private static final String PROCESS = "process.key";
    private static final String ASKED = "process.asked";
    private static final int LONGEST_REASON = 1_000;

    private final String name;
    private final CommandHandler<C> handler;
    private final EventLog log;
    private final StateCodec codec;
    private final InstantSource clock;

    Outcomes(String name, CommandHandler<C> handler, EventLog log, StateCodec codec, InstantSource clock) {
        this.name = name;
        this.handler = handler;
        this.log = log;
        this.codec = codec;
        this.clock = clock;
    }

    /** Carries it out, unless that was done. */
    Answer settle(Outgoing<C> sent) throws Exception {
        CommandIds ids = new CommandIds(sent.sending().id());
        Context context = context(sent.sending()).eventIds(ids);
        try {
            return settle(sent, handler.execute(sent.sending().aggregateId(), sent.command(), context));
        } catch (EventIdReusedException reused) {
            if (ids.haveGiven(reused.id())) {
                return recorded(sent.sending());
            }
            throw reused;
        }
    }

    /** Gives it this answer, unless it has one. */
    Answer settle(Outgoing<C> sent, Answer answer) {
        return switch (answer) {
            case Answer.Stored stored -> stored;
            case Answer.Done done -> record(sent, DONE, "", done);
            case Answer.Rejected(String reason) -> {
                String cut = cut(reason);
                yield record(sent, REJECTED, cut, new Answer.Rejected(cut));
            }
        };
    }

    private Context context(Sending sending) {
        return Context.by(name)
                .causedBy(sending.cause().eventId())
                .correlatedWith(sending.cause().correlationId());
    }

    private Answer record(Outgoing<C> sent, EventType type, String reason, Answer answer) {
        Sending sending = sent.sending();
        Context context = context(sending).with(PROCESS, sending.process()).with(ASKED, sending.aggregateId());
        NewEvent event = new NewEvent(
                sending.id(),
                stream(),
                type,
                codec.encodeState(sent.command()),
                clock.instant(),
                (reason.isEmpty() ? context : context.with(REASON, reason)).metadata(),
                Set.of());
        try {
            log.append(Append.of(event));
            return answer;
        } catch (EventIdReusedException reused) {
            return recorded(sending);
        }
    }

    /** Where the id is taken and nothing is recorded here, an aggregate has an event of it. */
    private Answer recorded(Sending sending) {
        Range since = Range.all().after(sending.after()).backwards();
        try (EventCursor events = log.read(Query.aggregate(stream()), since)) {
            Optional<StoredEvent> found = events.stream()
                    .filter(event -> event.id().equals(sending.id()))
                    .findFirst();
            return found.map(Outcomes::answer).orElseGet(Answer.Stored::new);
        }
    }

    private static Answer answer(StoredEvent recorded) {
        return recorded.type().equals(DONE)
                ? new Answer.Done()
                : new Answer.Rejected(recorded.metadata().entries().getOrDefault(REASON, ""));
    }

    private String stream() {
        return "process:" + name;
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
    }
}
