package dev.daybook.examples.exchange.replay;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.message.Message;
import dev.daybook.examples.exchange.order.ExchangeOrder;
import dev.daybook.examples.exchange.order.ExchangeOrderState;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a file through with no log: the rules are pure, so whatever is wrong with the file shows before the first event is
 * stored.
 */
final class Rehearsal {

    private final MessageFile file;
    private final ExchangeOrder rules = new ExchangeOrder();
    private final Map<Long, ExchangeOrderState> orders = new HashMap<>();
    private long messages;

    private Rehearsal(MessageFile file) {
        this.file = file;
    }

    /**
     * The number of messages.
     *
     * @throws dev.daybook.cli.terminal.Problem if a line is no message, or cannot be true after those before it
     */
    static long of(MessageFile file) {
        Rehearsal rehearsal = new Rehearsal(file);
        file.forEach(rehearsal::play);
        return rehearsal.messages;
    }

    private void play(Message message) {
        messages++;
        if (message.type().concernsOrder()) {
            ExchangeOrderState before = orders.getOrDefault(message.order(), rules.initial());
            orders.put(message.order(), after(rules, before, message));
        }
    }

    private <S, E, R extends Rejection> S after(Aggregate<Message, S, E, R> aggregate, S before, Message message) {
        Either<R, List<E>> decision = aggregate.decide(before, message);
        if (decision.isLeft()) {
            throw file.problem(
                    message.line(),
                    "(%s of order %d) cannot be: %s"
                            .formatted(
                                    message.type(),
                                    message.order(),
                                    decision.getLeft().describe()));
        }
        return aggregate.applyAll(before, decision.get());
    }
}
