package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.support.idempotency.KeyStore;
import dev.tradesuite.support.idempotency.RequestKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys in memory. */
final class MemoryKeys implements KeyStore {

    private final Map<String, Entry> rows = new HashMap<>();

    MemoryKeys(MemoryWork work) {
        work.takesPart(() -> {
            Map<String, Entry> before = new HashMap<>(rows);
            return () -> {
                rows.clear();
                rows.putAll(before);
            };
        });
    }

    @Override
    public Optional<Entry> find(String client, String key) {
        return Optional.ofNullable(rows.get(client + key));
    }

    @Override
    public boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {
        return rows.putIfAbsent(key.client() + key.value(), new Entry(key.fingerprint(), subject, answer)) == null;
    }

    @Override
    public void answer(String client, String key, String answer) {
        rows.computeIfPresent(client + key, (_, entry) -> new Entry(entry.fingerprint(), entry.subject(), answer));
    }

    @Override
    public boolean answer(UUID subject, String answer) {
        boolean waited =
                rows.values().stream().anyMatch(entry -> subject.equals(entry.subject()) && entry.answer() == null);
        rows.replaceAll((_, entry) -> subject.equals(entry.subject()) && entry.answer() == null
                ? new Entry(entry.fingerprint(), subject, answer)
                : entry);
        return waited;
    }

    @Override
    public int forget(Instant before) {
        return 0;
    }
}
