package dev.daybook.ports.log;

import dev.daybook.ports.event.StoredEvent;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Events one after the other, paged underneath, in constant memory. For one thread at a time. Whatever it holds is given back by
 * {@link #close}, also before the end.
 */
public interface EventCursor extends Iterator<StoredEvent>, AutoCloseable {

    @Override
    void close();

    /**
     * The rest of this cursor as a stream, which closes the cursor when it is closed.
     *
     * @return a sequential stream, to be closed
     */
    default Stream<StoredEvent> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(this::close);
    }
}
