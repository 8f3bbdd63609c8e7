package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.orchestrator.StopStep;
import dev.tradesuite.orchestrator.order.MemoryWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops in memory; leases end when the test says so. */
final class MemoryStops implements TradingStops {

    private final Map<UUID, TradingStop> rows = new LinkedHashMap<>();
    private final Map<UUID, Map<StopItem.Key, StopItem>> items = new HashMap<>();
    private final Map<UUID, Map<String, StopHalt>> halts = new HashMap<>();
    private final List<UUID> held = new ArrayList<>();
    private final List<UUID> waiting = new ArrayList<>();
    private long fence;

    MemoryStops(MemoryWork work) {
        work.takesPart(() -> {
            Map<UUID, TradingStop> rowsBefore = new LinkedHashMap<>(rows);
            Map<UUID, Map<StopItem.Key, StopItem>> itemsBefore = new HashMap<>();
            items.forEach((id, all) -> itemsBefore.put(id, new LinkedHashMap<>(all)));
            Map<UUID, Map<String, StopHalt>> haltsBefore = new HashMap<>();
            halts.forEach((id, all) -> haltsBefore.put(id, new LinkedHashMap<>(all)));
            List<UUID> heldBefore = List.copyOf(held);
            return () -> {
                rows.clear();
                rows.putAll(rowsBefore);
                items.clear();
                items.putAll(itemsBefore);
                halts.clear();
                halts.putAll(haltsBefore);
                held.clear();
                held.addAll(heldBefore);
            };
        });
    }

    /** Whoever held one holds it no more, and whatever waited is due. */
    void timePasses() {
        held.clear();
        waiting.clear();
    }

    @Override
    public void alone() {
        // The tests are.
    }

    @Override
    public void add(TradingStop stop) {
        rows.put(stop.id(), stop);
    }

    @Override
    public Optional<TradingStop> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<TradingStop> running() {
        return rows.values().stream().filter(TradingStop::isRunning).toList();
    }

    @Override
    public List<TradingStop> list(@Nullable Set<String> only, @Nullable UUID before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<TradingStop> claim(Duration lease) {
        Optional<TradingStop> due = running().stream()
                .filter(stop -> !held.contains(stop.id()) && !waiting.contains(stop.id()))
                .findFirst()
                .map(stop -> new TradingStop(stop.id(), stop.wish(), stop.askedAt(), stop.progress(), ++fence));
        due.ifPresent(stop -> {
            rows.put(stop.id(), stop);
            held.add(stop.id());
        });
        return due;
    }

    @Override
    public Optional<TradingStop> claimFirst(UUID id, Duration lease) {
        Optional<TradingStop> first = find(id).filter(
                        stop -> stop.isRunning() && stop.progress().step() == StopStep.RESTRICT && !held.contains(id))
                .map(stop -> new TradingStop(id, stop.wish(), stop.askedAt(), stop.progress(), ++fence));
        first.ifPresent(stop -> {
            rows.put(id, stop);
            held.add(id);
        });
        return first;
    }

    @Override
    public void save(TradingStop stop, Duration lease) {
        requireHeld(stop);
        rows.put(stop.id(), stop);
    }

    @Override
    public void release(TradingStop stop, Duration pause) {
        save(stop, pause);
        held.remove(stop.id());
        if (pause.isPositive()) {
            waiting.add(stop.id());
        }
    }

    @Override
    public void end(TradingStop stop) {
        rows.put(stop.id(), new TradingStop(stop.id(), stop.wish(), stop.askedAt(), stop.progress(), ++fence));
    }

    @Override
    public List<StopItem> items(UUID id) {
        return List.copyOf(items.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void note(TradingStop stop, StopItem item, Duration lease) {
        requireHeld(stop);
        items.computeIfAbsent(stop.id(), _ -> new LinkedHashMap<>()).put(item.key(), item);
    }

    @Override
    public List<StopHalt> halts(UUID id) {
        return List.copyOf(halts.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void note(TradingStop stop, StopHalt halt, Duration lease) {
        requireHeld(stop);
        halts.computeIfAbsent(stop.id(), _ -> new LinkedHashMap<>()).put(halt.scope() + halt.id(), halt);
    }

    @Override
    public void leaveHalts(UUID from, UUID to) {
        halts(from).stream().filter(halt -> !halt.again()).forEach(halt -> halts.computeIfAbsent(
                        to, _ -> new LinkedHashMap<>())
                .putIfAbsent(halt.scope() + halt.id(), halt));
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        throw new UnsupportedOperationException();
    }

    private void requireHeld(TradingStop stop) {
        TradingStop row = Objects.requireNonNull(rows.get(stop.id()));
        if (row.fence() != stop.fence() || !row.isRunning()) {
            throw new StopLostException(stop.id());
        }
    }
}
