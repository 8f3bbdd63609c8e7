package dev.tradesuite.signals.latest;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Reads a thing once for everybody who asks for it at the same time: a hundred clients of a memory that is still empty
 * need one connection and not a hundred. Who joins a read gets what there was when it began. Safe for many threads.
 *
 * @param <K> names what is read
 * @param <V> what is read
 */
final class SharedReads<K, V> {

    private final Map<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();

    /** Reads, or waits for who reads the same; a failure is everybody's. */
    V read(K what, Supplier<V> reader) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> other = running.putIfAbsent(what, own);
        if (other != null) {
            return result(other);
        }
        try {
            own.complete(reader.get());
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        } finally {
            running.remove(what, own);
            // Nobody waits for ever for who ended with an error.
            own.cancel(false);
        }
        return result(own);
    }

    private static <V> V result(CompletableFuture<V> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } catch (CancellationException e) {
            throw new IllegalStateException("Who read for all ended with an error", e);
        }
    }
}
