package dev.daybook.console.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts those who begin a call and do not come to the end of its head: whoever sends a byte now and then is never idle, and would keep his
 * connection for good.
 */
final class SlowHeads implements Connection.Listener {

    private static final int LOOKS = 4;

    /**
     * A connection on which a head may be coming.
     *
     * @param calls how many heads were whole
     * @param bytes how many bytes had come when that was so
     * @param since when it was seen first that more has come, 0 if it has not
     */
    private record Seen(long calls, long bytes, long since) {}

    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Scheduler scheduler;
    private final long most;

    SlowHeads(Scheduler scheduler, Duration most) {
        this.scheduler = scheduler;
        this.most = most.toNanos();
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Seen(0, 0, 0));
        if (looking.compareAndSet(false, true)) {
            lookLater();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void lookLater() {
        scheduler.schedule(this::look, most / LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        connections.replaceAll((connection, seen) -> seen(connection, seen, now));
        connections.forEach((connection, seen) -> {
            if (seen.since() != 0 && now - seen.since() > most) {
                connection.getEndPoint().close();
            }
        });
        looking.set(false);
        if (!connections.isEmpty() && looking.compareAndSet(false, true)) {
            lookLater();
        }
    }

    private static Seen seen(Connection connection, Seen before, long now) {
        long calls = connection.getMessagesIn();
        if (calls != before.calls() || calls != connection.getMessagesOut()) {
            return new Seen(calls, connection.getBytesIn(), 0);
        }
        return before.since() == 0 && connection.getBytesIn() > before.bytes()
                ? new Seen(calls, before.bytes(), now)
                : before;
    }
}
