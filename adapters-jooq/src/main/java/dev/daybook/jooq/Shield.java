package dev.daybook.jooq;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Keeps interrupts away from sockets. The JDK closes a socket when a virtual thread is interrupted that waits for it, and with it
 * the connection, a commit's answer, and the neighbours of a group; a platform thread is only marked. So what a virtual thread asks
 * of a server, a platform thread does for it, of which there are as many as questions under way, and none a minute later.
 */
final class Shield {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("daybook-connection-", 0).factory());

    private Shield() {}

    /** Does the work to its end; an interrupt meanwhile is set again afterwards. */
    static <R extends @org.jspecify.annotations.Nullable Object> R call(Callable<R> work) throws Exception {
        if (!Thread.currentThread().isVirtual()) {
            return work.call();
        }
        Future<R> done = THREADS.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw cause(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception cause(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof Exception exception ? exception : failure;
    }
}
