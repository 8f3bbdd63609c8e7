package dev.tradesuite.signals.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client, in the order it goes out.
 *
 * <p>Durable messages are never dropped: when too many wait the client's connection ends. Of what is of the moment only
 * the newest waits, behind every durable message it follows on: so the numbers a client sees never go back. Safe for
 * many threads that add and one that takes; nobody who adds ever waits for the client.
 */
final class ClientQueue {

    /** What there is to do for the client. */
    sealed interface Next {

        /** Send this. */
        record Text(String text) implements Next {}

        /** Send again what follows on a number. */
        record Resume(long lastSeq) implements Next {}

        /** End the connection. */
        record End(StreamEnd reason) implements Next {}

        /** Nothing came in time. */
        record Nothing() implements Next {}
    }

    /** What is of the moment and waits: one for each of these. */
    private record Moment(StreamKind kind, String symbol, String timeframe, String slot) {}

    /** An answer to the client; each waits for itself. */
    private static final class Answer {}

    /** Of which one waits at most. */
    private enum Sole {
        HEARTBEAT
    }

    private final int mostDurable;
    private final Runnable replaced;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Object, String> waiting = new LinkedHashMap<>();
    private Subscription subscription;
    private int durable;
    private long seq = -1;
    private OptionalLong resumeAfter = OptionalLong.empty();
    private @Nullable StreamEnd end;

    /**
     * An empty queue.
     *
     * @param mostDurable messages that may wait; one more ends the connection
     * @param replaced told of every message of the moment that a newer one replaced
     * @param reader whose it is
     */
    ClientQueue(int mostDurable, Runnable replaced, StreamReader reader) {
        this.mostDurable = mostDurable;
        this.replaced = replaced;
        this.subscription = Subscription.everything(reader);
    }

    /** Adds a durable message, if the client wants it. */
    void add(StreamMessage message) {
        locked(() -> {
            seq = message.seq();
            if (!subscription.includes(message.subject())) {
                return;
            }
            if (durable >= mostDurable) {
                finish(StreamEnd.SLOW);
                return;
            }
            // A price of before is no news behind this one.
            waiting.remove(moment(message));
            waiting.put(message.seq(), message.text());
            durable++;
        });
    }

    /** Adds a message of the moment, if the client wants it; it replaces the one that waits. */
    void addMoment(StreamMessage message) {
        locked(() -> {
            if (subscription.includes(message.subject())) {
                put(moment(message), message.text());
            }
        });
    }

    /** Adds a sign of life, with the number of the newest message before it. Only the newest waits. */
    void addHeartbeat(LongFunction<String> text) {
        locked(() -> {
            waiting.remove(Sole.HEARTBEAT);
            waiting.put(Sole.HEARTBEAT, text.apply(seq));
        });
    }

    /** Adds an answer to the client. */
    void answer(String text) {
        locked(() -> waiting.put(new Answer(), text));
    }

    /** Lets the client be sent again what follows on a number. */
    void resumeAfter(long lastSeq) {
        locked(() -> resumeAfter = OptionalLong.of(lastSeq));
    }

    /** Ends the connection; what waits is dropped. The first reason counts. */
    void end(StreamEnd reason) {
        locked(() -> finish(reason));
    }

    /** Drops all but answers: the rest is about to be sent anew, from a number on. */
    void restartAfter(long lastSeq) {
        locked(() -> {
            waiting.keySet().removeIf(key -> !(key instanceof Answer));
            durable = 0;
            seq = lastSeq;
        });
    }

    /** Wants something else from now on. */
    void subscribe(Subscription.Named named) {
        locked(() -> subscription = subscription.subscribed(named));
    }

    /** Wants less from now on. */
    void unsubscribe(Subscription.Named named) {
        locked(() -> subscription = subscription.unsubscribed(named));
    }

    Subscription subscription() {
        lock.lock();
        try {
            return subscription;
        } finally {
            lock.unlock();
        }
    }

    /** Why the connection is to end; empty while it is not. */
    Optional<StreamEnd> ended() {
        lock.lock();
        try {
            return Optional.ofNullable(end);
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is to be done next, waiting for it until then at most. */
    Next next(long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                Next ready = ready();
                long left = deadlineNanos - System.nanoTime();
                if (!(ready instanceof Next.Nothing) || left <= 0) {
                    return ready;
                }
                var _ = changed.await(left, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private Next ready() {
        if (end != null) {
            return new Next.End(end);
        }
        if (resumeAfter.isPresent()) {
            Next resume = new Next.Resume(resumeAfter.getAsLong());
            resumeAfter = OptionalLong.empty();
            return resume;
        }
        var first = waiting.entrySet().iterator();
        if (!first.hasNext()) {
            return new Next.Nothing();
        }
        Map.Entry<Object, String> taken = first.next();
        first.remove();
        if (taken.getKey() instanceof Long) {
            durable--;
        }
        return new Next.Text(taken.getValue());
    }

    private void put(Moment key, String text) {
        if (waiting.remove(key) != null) {
            replaced.run();
        }
        waiting.put(key, text);
    }

    private static Moment moment(StreamMessage message) {
        return new Moment(
                message.subject().kind(),
                message.subject().symbol(),
                message.subject().timeframe(),
                message.subject().slot());
    }

    private void finish(StreamEnd reason) {
        if (end == null) {
            end = reason;
            waiting.clear();
            durable = 0;
        }
    }

    /** Changes something, unless the connection is to end: then nothing counts any more. */
    private void locked(Runnable change) {
        lock.lock();
        try {
            if (end == null) {
                change.run();
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
