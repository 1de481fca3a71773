package dev.daybook.console.server;

import dev.daybook.console.web.Answer;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts those who take an answer too slowly: whoever takes some bytes now and then is never idle, and would keep his place among the calls for
 * good. Only the time counts in which something waits for the caller, not that in which an answer is made. The server's own
 * {@code MinimumDataRateHandler} counts both, and looks when the next piece is written, which a caller who takes none puts off.
 */
final class SlowReaders extends Handler.Wrapper {

    private final long pace;
    private final long behind;
    private final int piece;

    /**
     * Around a handler.
     *
     * @param pace bytes a second that are taken at the least
     * @param behind by how much time a caller may be behind that
     */
    SlowReaders(Handler handler, int pace, Duration behind) {
        super(handler);
        this.pace = pace;
        this.behind = behind.toNanos();
        this.piece = (int) Math.max(1, Math.min(pace * behind.toMillis() / 1_000, Integer.MAX_VALUE));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Paced(request, response), callback);
    }

    private final class Paced extends Response.Wrapper {

        private final Scheduler scheduler;

        /** Nanoseconds that the caller may take for no byte at all. */
        private long left = behind;

        Paced(Request request, Response response) {
            super(request, response);
            this.scheduler = request.getComponents().getScheduler();
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (Answer.EVENTS.equals(getHeaders().get(HttpHeader.CONTENT_TYPE))) {
                super.write(last, content, callback);
            } else {
                new Pieces(last, content == null ? BufferUtil.EMPTY_BUFFER : content, callback).iterate();
            }
        }

        private void cut() {
            EndPoint caller =
                    getRequest().getConnectionMetaData().getConnection().getEndPoint();
            if (caller.getTransport() instanceof SocketChannel socket) {
                resetOnClose(socket);
            }
            caller.close(new EofException("the caller takes less than " + pace + " bytes a second"));
        }

        /** The system keeps nothing for him any longer, and he does not take what he has for the whole. */
        private static void resetOnClose(SocketChannel socket) {
            try {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException alreadyClosed) {
                // He is gone.
            }
        }

        /** Piece by piece, so that a large one does not give a caller hours. */
        private final class Pieces extends IteratingNestedCallback {

            private final boolean last;
            private final ByteBuffer content;
            private boolean begun;
            private long started;
            private Scheduler.Task cut = () -> false;

            Pieces(boolean last, ByteBuffer content, Callback callback) {
                super(callback);
                this.last = last;
                this.content = content;
            }

            @Override
            protected Action process() {
                if (begun && !content.hasRemaining()) {
                    return Action.SUCCEEDED;
                }
                begun = true;
                int size = Math.min(piece, content.remaining());
                ByteBuffer next = content.slice(content.position(), size);
                content.position(content.position() + size);
                left += size * TimeUnit.SECONDS.toNanos(1) / pace;
                started = System.nanoTime();
                cut = scheduler.schedule(Paced.this::cut, left, TimeUnit.NANOSECONDS);
                Paced.super.write(last && !content.hasRemaining(), next, this);
                return Action.SCHEDULED;
            }

            @Override
            protected void onSuccess() {
                cut.cancel();
                left = Math.min(behind, left - (System.nanoTime() - started));
            }

            @Override
            protected void onCompleteFailure(Throwable failure) {
                cut.cancel();
                super.onCompleteFailure(failure);
            }
        }
    }
}
