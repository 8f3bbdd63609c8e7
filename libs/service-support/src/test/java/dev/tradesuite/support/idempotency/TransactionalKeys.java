package dev.tradesuite.support.idempotency;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys in memory that behave as those in PostgreSQL: what a transaction writes is seen by others when it commits, and
 * whoever adds the same key meanwhile waits. Outside of a transaction every call is one of its own.
 */
final class TransactionalKeys implements KeyStore {

    private record Row(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {}

    private final Map<String, Row> committed = new HashMap<>();
    private final Map<String, Thread> writers = new HashMap<>();
    private final Map<Thread, Map<String, Row>> pending = new HashMap<>();
    private int waiting;

    /** Commits what the work writes, unless it throws. */
    <T> T inTransaction(Supplier<T> work) {
        begin();
        boolean committed = false;
        try {
            T result = work.get();
            committed = true;
            return result;
        } finally {
            end(committed);
        }
    }

    /** Returns when a thread waits for the transaction of another. */
    synchronized void awaitWaiting() {
        waitUntil(() -> waiting > 0);
    }

    @Override
    public synchronized Optional<Entry> find(String client, String key) {
        return Optional.ofNullable(visible(client + key))
                .map(row -> new Entry(row.key.fingerprint(), row.subject, row.answer));
    }

    @Override
    public synchronized boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {
        String id = key.client() + key.value();
        if (writers.getOrDefault(id, Thread.currentThread()) != Thread.currentThread()) {
            waitForWriterOf(id);
        }
        if (visible(id) != null) {
            return false;
        }
        write(id, new Row(key, subject, answer, at));
        return true;
    }

    @Override
    public synchronized void answer(String client, String key, String answer) {
        Row row = visible(client + key);
        if (row != null && row.answer == null) {
            write(client + key, new Row(row.key, row.subject, answer, row.at));
        }
    }

    @Override
    public synchronized boolean answer(UUID subject, String answer) {
        Optional<Row> open = committed.values().stream()
                .filter(row -> subject.equals(row.subject) && row.answer == null)
                .findFirst();
        open.ifPresent(row -> answer(row.key.client(), row.key.value(), answer));
        return open.isPresent();
    }

    @Override
    public synchronized int forget(Instant before) {
        int size = committed.size();
        committed.values().removeIf(row -> row.at.isBefore(before));
        return size - committed.size();
    }

    private synchronized void begin() {
        pending.put(Thread.currentThread(), new HashMap<>());
    }

    private synchronized void end(boolean commit) {
        Map<String, Row> written = pending.remove(Thread.currentThread());
        if (commit && written != null) {
            committed.putAll(written);
        }
        writers.values().removeIf(writer -> writer == Thread.currentThread());
        notifyAll();
    }

    private @Nullable Row visible(String id) {
        Row own = pending.getOrDefault(Thread.currentThread(), Map.of()).get(id);
        return own == null ? committed.get(id) : own;
    }

    private void write(String id, Row row) {
        Map<String, Row> transaction = pending.get(Thread.currentThread());
        if (transaction == null) {
            committed.put(id, row);
        } else {
            transaction.put(id, row);
            writers.put(id, Thread.currentThread());
        }
    }

    private void waitForWriterOf(String id) {
        waiting++;
        notifyAll();
        waitUntil(() -> writers.getOrDefault(id, Thread.currentThread()) == Thread.currentThread());
        waiting--;
    }

    private synchronized void waitUntil(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
