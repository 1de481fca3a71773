package dev.daybook.benchmarks.axon5;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.daybook.benchmarks.peer.BookEvent;
import dev.daybook.benchmarks.peer.Peer;
import dev.daybook.benchmarks.peer.PeerDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.AggregateBasedConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;

/** The JPA engine with JSON by Jackson and pages of 1,000. */
final class Axon5 implements Peer {

    private static final int PAGE = 1_000;
    private static final MessageType TYPE = new MessageType(BookEvent.TradeBooked.class);

    private final Entities entities;
    private final EventConverter converter;
    private final EventStorageEngine engine;

    Axon5(PeerDatabase database) {
        entities = new Entities(database);
        converter = new DelegatingEventConverter(new JacksonConverter(
                JsonMapper.builder().addModule(new JavaTimeModule()).build()));
        engine = new AggregateBasedJpaEventStorageEngine(
                entities, entities, converter, configuration -> configuration.batchSize(PAGE));
    }

    @Override
    public void append(String aggregate, long first, List<BookEvent> events)
            throws ExecutionException, InterruptedException {
        Tag tag = Tag.of("Book", aggregate);
        List<TaggedEventMessage<?>> messages = new ArrayList<>(events.size());
        for (BookEvent event : events) {
            messages.add(new GenericTaggedEventMessage<>(new GenericEventMessage(TYPE, event), Set.of(tag)));
        }
        AppendCondition condition = AppendCondition.withCriteria(EventCriteria.havingTags(tag))
                .withMarker(new AggregateBasedConsistencyMarker(aggregate, first - 2));
        engine.appendEvents(condition, null, messages)
                .thenCompose(transaction -> transaction.commit(null))
                .get();
    }

    @Override
    public <S> S replay(String aggregate, S initial, BiFunction<S, BookEvent, S> fold)
            throws ExecutionException, InterruptedException {
        return engine.source(SourcingCondition.conditionFor(EventCriteria.havingTags(Tag.of("Book", aggregate))), null)
                .<S>reduce(initial, (state, entry) -> {
                    // The stream ends with a message that is no event of anybody's.
                    boolean event = entry.message().type().equals(TYPE);
                    return event ? fold.apply(state, decode(entry.message())) : state;
                })
                .get();
    }

    @Override
    public void readAll(Consumer<BookEvent> each) throws ExecutionException, InterruptedException {
        MessageStream<EventMessage> stream = engine.stream(
                StreamingCondition.startingFrom(engine.firstToken(null).get()), null);
        Optional<MessageStream.Entry<EventMessage>> entry = stream.next();
        while (entry.isPresent()) {
            each.accept(decode(entry.get().message()));
            entry = stream.next();
        }
        stream.close();
    }

    private BookEvent decode(EventMessage message) {
        BookEvent event = converter.convertPayload(message, BookEvent.TradeBooked.class);
        if (event == null) {
            throw new IllegalStateException("an event without a payload: " + message);
        }
        return event;
    }

    @Override
    public void close() {
        entities.close();
    }
}
