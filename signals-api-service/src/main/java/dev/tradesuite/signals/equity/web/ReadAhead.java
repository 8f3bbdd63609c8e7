package dev.tradesuite.signals.equity.web;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads one thing while the one before it is written: the database and the writer work at the same time. */
final class ReadAhead {

    private ReadAhead() {}

    /**
     * Reads and writes each, in order. Two of what was read are held at most, and one thread reads at a time.
     *
     * @param read called by another thread
     */
    static <T, R> void each(List<T> all, Function<T, R> read, Consumer<R> write) {
        Iterator<T> left = all.iterator();
        if (!left.hasNext()) {
            return;
        }
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<R> next = reader.submit(() -> read.apply(left.next()));
            for (int i = 1; i < all.size(); i++) {
                R current = result(next);
                next = reader.submit(() -> read.apply(left.next()));
                write.accept(current);
            }
            write.accept(result(next));
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
