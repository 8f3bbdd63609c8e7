package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.benchmarks.report.Times;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** When each client had each message, by its text: every client is sent the same. Safe for many threads. */
final class Arrivals {

    private final Map<String, Arrived> messages = new ConcurrentHashMap<>();
    private final int clients;
    private final int warmUp;
    private final Consumer<String> complete;

    /**
     * Nothing yet.
     *
     * @param warmUp the first so many messages are not counted
     * @param complete is told of a message when the last client has it
     */
    Arrivals(int clients, int warmUp, Consumer<String> complete) {
        this.clients = clients;
        this.warmUp = warmUp;
        this.complete = complete;
    }

    /** A client has a message. */
    void heard(String text) {
        long now = System.nanoTime();
        if (messages.computeIfAbsent(text, _ -> new Arrived(clients)).add(now)) {
            complete.accept(text);
        }
    }

    /** Messages every client has, after those to warm up. */
    int complete() {
        return (int) completed().count();
    }

    /** Messages some client has not; those under way among them. */
    int incomplete() {
        return (int)
                messages.values().stream().filter(each -> !each.isComplete()).count();
    }

    /** From the first client that had a message until each of the others had it, of the messages all have. */
    Times afterFirst() {
        Times times = new Times();
        sorted().forEach(nanos -> {
            for (int i = 1; i < nanos.length; i++) {
                times.add(nanos[i] - nanos[0]);
            }
        });
        return times;
    }

    /** From the first client that had a message until the last one had it. */
    Times untilLast() {
        Times times = new Times();
        sorted().forEach(nanos -> times.add(nanos[nanos.length - 1] - nanos[0]));
        return times;
    }

    private List<long[]> sorted() {
        return completed().map(Arrived::sorted).toList();
    }

    private Stream<Arrived> completed() {
        return messages.values().stream()
                .filter(Arrived::isComplete)
                .sorted(Comparator.comparingLong(Arrived::order))
                .skip(warmUp);
    }

    /** When each client had one message. */
    private static final class Arrived {

        private final long order = System.nanoTime();
        private final long[] nanos;
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();

        Arrived(int clients) {
            nanos = new long[clients];
        }

        /** Whether it was the last one. */
        boolean add(long at) {
            int place = begun.getAndIncrement();
            if (place >= nanos.length) {
                throw new IllegalStateException("a client was sent the same message twice");
            }
            nanos[place] = at;
            return done.incrementAndGet() == nanos.length;
        }

        /** Smaller for one that came before. */
        long order() {
            return order;
        }

        boolean isComplete() {
            return done.get() == nanos.length;
        }

        long[] sorted() {
            long[] copy = nanos.clone();
            Arrays.sort(copy);
            return copy;
        }
    }
}
