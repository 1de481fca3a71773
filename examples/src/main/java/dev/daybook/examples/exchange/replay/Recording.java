package dev.daybook.examples.exchange.replay;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.core.Daybook;
import dev.daybook.core.context.Context;
import dev.daybook.core.repository.Batch;
import dev.daybook.core.repository.Repository;
import dev.daybook.examples.desk.Rejection;
import dev.daybook.examples.exchange.file.MessageFile;
import dev.daybook.examples.exchange.message.Message;
import dev.daybook.examples.exchange.order.ExchangeOrder;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.order.ExchangeOrderRejection;
import dev.daybook.examples.exchange.order.ExchangeOrderState;
import dev.daybook.examples.exchange.trade.ExchangeTrade;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.examples.exchange.trade.ExchangeTradeRejection;
import dev.daybook.examples.exchange.trade.ExchangeTradeState;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventIdReusedException;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Stores messages in the order they come, a thousand to a commit, so that the log's order is the file's. */
final class Recording {

    private static final int MESSAGES_PER_COMMIT = 1_000;
    private static final int ORDERS_IN_MEMORY = 50_000;
    private static final int ATTEMPTS = 10;

    private final MessageFile file;
    private final FeedNames names;
    private final MessageIds ids;
    private final Repository<Message, ExchangeOrderState, ExchangeOrderEvent, ExchangeOrderRejection> orders;
    private final Repository<Message, ExchangeTradeState, ExchangeTradeEvent, ExchangeTradeRejection> trades;
    private final Batch batch;
    private final Context context;
    private final LongConsumer progress;
    private final List<Message> waiting = new ArrayList<>();
    private long events;
    private long messages;

    Recording(Daybook daybook, MessageFile file, FeedNames names, MessageIds ids, LongConsumer progress) {
        this.file = file;
        this.names = names;
        this.ids = ids;
        this.orders = daybook.repository(new ExchangeOrder());
        this.trades = daybook.repository(new ExchangeTrade());
        this.batch = daybook.batch(ORDERS_IN_MEMORY);
        this.context = Context.by("exchange").correlatedWith(names.feedId());
        this.progress = progress;
    }

    void add(Message message) {
        waiting.add(message);
        if (waiting.size() == MESSAGES_PER_COMMIT) {
            commit();
        }
    }

    /** Stores what is waiting; if somebody else stores the same file meanwhile, what is left of it. */
    void commit() {
        for (int attempt = 1; !stored(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new Problem("%s: somebody else keeps writing to the orders of %s; end the other and replay again"
                        .formatted(file.path(), names.feedId()));
            }
        }
        progress.accept(waiting.size());
        waiting.clear();
    }

    long events() {
        return events;
    }

    long messages() {
        return messages;
    }

    private boolean stored() {
        long newMessages = 0;
        for (Message message : waiting) {
            int before = batch.size();
            execute(message);
            newMessages += batch.size() > before ? 1 : 0;
        }
        try {
            if (batch.commit() instanceof AppendResult.Stored(var stored)) {
                events += stored.size();
                messages += newMessages;
                return true;
            }
        } catch (EventIdReusedException partlyStored) {
            // The other one's commits end elsewhere than ours; what is left is decided on what is there now.
            batch.clear();
        }
        return false;
    }

    private void execute(Message message) {
        Context now = context.at(message.happened()).eventIds(ids.of(message));
        String id = names.idFor(message);
        Either<? extends Rejection, ?> answer = message.type().concernsOrder()
                ? batch.execute(orders, id, message, now)
                : batch.execute(trades, id, message, now);
        if (answer.isLeft()) {
            batch.clear();
            throw file.problem(
                    message.line(),
                    "does not fit what the log has of %s: %s"
                            .formatted(id, answer.getLeft().describe()));
        }
    }
}
