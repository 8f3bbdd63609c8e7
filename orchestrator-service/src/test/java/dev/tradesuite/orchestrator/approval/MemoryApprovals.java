package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.orchestrator.order.MemoryWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals in memory, and what was told of them. */
final class MemoryApprovals implements Approvals, ApprovalEvents {

    final List<String> events = new ArrayList<>();

    private final Map<UUID, Approval> rows = new LinkedHashMap<>();
    private final Map<UUID, String> trades = new HashMap<>();

    MemoryApprovals(MemoryWork work) {
        work.takesPart(() -> {
            Map<UUID, Approval> before = new LinkedHashMap<>(rows);
            List<String> told = List.copyOf(events);
            return () -> {
                rows.clear();
                rows.putAll(before);
                events.clear();
                events.addAll(told);
            };
        });
    }

    List<Approval> all() {
        return List.copyOf(rows.values());
    }

    Approval only() {
        return all().getFirst();
    }

    @Override
    public void changed(Approval approval) {
        events.add(approval.state().name());
    }

    @Override
    public void add(Approval approval, @Nullable String trade) {
        rows.put(approval.id(), approval);
        if (trade != null) {
            trades.put(approval.id(), trade);
        }
    }

    @Override
    public Optional<Approval> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Approval> locked(UUID id) {
        return find(id);
    }

    @Override
    public void save(Approval approval) {
        rows.put(approval.id(), approval);
    }

    @Override
    public Optional<String> trade(UUID id) {
        return Optional.ofNullable(trades.get(id));
    }

    @Override
    public List<Approval> list(Filter filter) {
        return rows.values().stream()
                .filter(row -> filter.state() == null || row.state() == filter.state())
                .sorted(Comparator.comparing(Approval::id).reversed())
                .limit(filter.limit())
                .toList();
    }

    @Override
    public List<UUID> overdue(Instant now, int limit) {
        return rows.values().stream()
                .filter(row -> row.isOverdue(now))
                .map(Approval::id)
                .toList();
    }

    @Override
    public List<UUID> underWaySince(Instant moment, int limit) {
        return rows.values().stream()
                .filter(Approval::isUnderWay)
                .filter(row -> !Objects.requireNonNull(row.ruling()).at().isAfter(moment))
                .map(Approval::id)
                .toList();
    }

    @Override
    public Backlog backlog() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Standing standing(Instant expiredSince, Instant approvedBefore) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        throw new UnsupportedOperationException();
    }
}
