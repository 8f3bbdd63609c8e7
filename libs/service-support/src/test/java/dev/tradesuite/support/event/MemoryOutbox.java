package dev.tradesuite.support.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The tables of the outbox in memory, shared by the instances of a service, with a clock that is set by hand. */
final class MemoryOutbox {

    static final Duration SILENCE = Duration.ofSeconds(15);

    private record Row(UUID owner, OutboxMessage message, Duration since) {}

    private final Map<UUID, Row> rows = new TreeMap<>();
    private final Map<UUID, Duration> beats = new HashMap<>();
    private Duration now = Duration.ZERO;

    void advance(Duration time) {
        now = now.plus(time);
    }

    long nanoTime() {
        return now.toNanos();
    }

    List<UUID> ids() {
        return List.copyOf(rows.keySet());
    }

    /** The table as an instance sees it. */
    OutboxTable of(UUID owner) {
        return new OutboxTable() {
            @Override
            public void insert(OutboxMessage message) {
                rows.put(message.id(), new Row(owner, message, now));
            }

            @Override
            public List<OutboxMessage> oldest(int most) {
                return rows.values().stream()
                        .filter(row -> row.owner.equals(owner))
                        .limit(most)
                        .map(Row::message)
                        .toList();
            }

            @Override
            public boolean hasOlderThan(Duration age) {
                return rows.values().stream()
                        .anyMatch(row ->
                                row.owner.equals(owner) && now.minus(row.since).compareTo(age) > 0);
            }

            @Override
            public void delete(Collection<UUID> ids) {
                rows.keySet().removeAll(ids);
            }

            @Override
            public void beat() {
                beats.put(owner, now);
            }

            @Override
            public boolean adopt(boolean silentToo) {
                boolean adopts = rows.values().stream().anyMatch(row -> left(row.owner, silentToo));
                rows.replaceAll((_, row) -> left(row.owner, silentToo) ? new Row(owner, row.message, row.since) : row);
                return adopts;
            }

            @Override
            public void leave() {
                beats.remove(owner);
            }

            private boolean left(UUID other, boolean silentToo) {
                Duration beat = beats.get(other);
                return !other.equals(owner)
                        && (beat == null || (silentToo && now.minus(beat).compareTo(SILENCE) > 0));
            }
        };
    }
}
