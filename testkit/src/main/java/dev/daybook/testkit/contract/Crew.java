package dev.daybook.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** Threads that begin together; {@link #join} waits for all and throws what the first of them threw. */
final class Crew {

    /** What one thread does. */
    @FunctionalInterface
    interface Job {
        void run(int number) throws Exception;
    }

    static final ThreadFactory PLATFORM = Thread.ofPlatform().daemon().factory();
    static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();

    private final ThreadFactory threads;
    private final List<FutureTask<?>> tasks = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();

    private Crew(ThreadFactory threads) {
        this.threads = threads;
    }

    static Crew of(ThreadFactory threads, int count, Job job) {
        return new Crew(threads).send(count, job);
    }

    private Crew send(int count, Job job) {
        CountDownLatch ready = new CountDownLatch(count);
        for (int number = 0; number < count; number++) {
            int own = number;
            FutureTask<?> task = new FutureTask<>(() -> {
                ready.countDown();
                ready.await();
                job.run(own);
                return null;
            });
            tasks.add(task);
            running.add(threads.newThread(task));
        }
        running.forEach(Thread::start);
        return this;
    }

    List<Thread> threads() {
        return List.copyOf(running);
    }

    void join() {
        for (FutureTask<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                throw new AssertionError("one of the threads failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while it waited for the threads", e);
            }
        }
    }
}
