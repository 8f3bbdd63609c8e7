package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Rebalancings in memory, with transactions that are undone when they fail or their process is killed. */
final class MemoryRebalancings implements RebalancingStore, UnitOfWork {

    private final KillPoints points;

    private Map<UUID, PlannedRebalancing> all = new TreeMap<>();
    private Map<UUID, TreeMap<Integer, RebalancingLine>> lines = new HashMap<>();
    private Map<UUID, Claim> claims = new HashMap<>();
    private int depth;

    MemoryRebalancings(KillPoints points) {
        this.points = points;
    }

    private record Claim(String owner, Instant dueAt) {}

    @Override
    public <T> T durable(Supplier<T> work) {
        if (depth > 0) {
            return work.get();
        }
        Map<UUID, PlannedRebalancing> allBefore = new TreeMap<>(all);
        Map<UUID, TreeMap<Integer, RebalancingLine>> linesBefore = new HashMap<>();
        lines.forEach((id, of) -> linesBefore.put(id, new TreeMap<>(of)));
        Map<UUID, Claim> claimsBefore = new HashMap<>(claims);
        boolean committed = false;
        depth++;
        try {
            points.pass();
            T result = work.get();
            points.pass();
            committed = true;
            return result;
        } finally {
            depth--;
            if (!committed) {
                all = allBefore;
                lines = linesBefore;
                claims = claimsBefore;
            }
        }
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return durable(work);
    }

    @Override
    public void add(PlannedRebalancing rebalancing, List<RebalancingLine> planned) {
        all.put(rebalancing.id(), rebalancing);
        lines.put(rebalancing.id(), new TreeMap<>());
        planned.forEach(line -> save(rebalancing.id(), line));
        claims.put(rebalancing.id(), new Claim("", rebalancing.updatedAt()));
    }

    @Override
    public Optional<PlannedRebalancing> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<PlannedRebalancing> lock(UUID id) {
        return find(id);
    }

    @Override
    public Optional<PlannedRebalancing> lockByApproval(UUID approval) {
        return all.values().stream()
                .filter(one -> one.approval()
                        .filter(permit -> permit.id().equals(approval))
                        .isPresent())
                .findFirst();
    }

    @Override
    public void save(PlannedRebalancing rebalancing) {
        all.put(rebalancing.id(), rebalancing);
    }

    @Override
    public List<RebalancingLine> lines(UUID id) {
        return new ArrayList<>(lines.getOrDefault(id, new TreeMap<>()).values());
    }

    @Override
    public void save(UUID id, RebalancingLine line) {
        lines.getOrDefault(id, new TreeMap<>()).put(line.number(), line);
    }

    @Override
    public List<PlannedRebalancing> list(Filter filter) {
        return List.copyOf(all.values());
    }

    @Override
    public Backlog backlog() {
        return new Backlog(
                count(RebalancingState.PENDING_APPROVAL),
                count(RebalancingState.APPROVED),
                count(RebalancingState.EXECUTING),
                all.values().stream()
                        .filter(one ->
                                one.state() == RebalancingState.APPROVED || one.state() == RebalancingState.EXECUTING)
                        .map(PlannedRebalancing::updatedAt)
                        .min(Comparator.naturalOrder()));
    }

    private long count(RebalancingState state) {
        return all.values().stream().filter(one -> one.state() == state).count();
    }

    @Override
    public boolean isUnderWay(String account) {
        return all.values().stream().anyMatch(one -> one.account().equals(account) && one.isUnderWay());
    }

    @Override
    public Optional<UUID> claim(String owner, Instant now, Instant until) {
        Optional<UUID> due = all.values().stream()
                .filter(PlannedRebalancing::isUnderWay)
                .map(PlannedRebalancing::id)
                .filter(id ->
                        !claims.getOrDefault(id, new Claim("", now)).dueAt().isAfter(now))
                .findFirst();
        due.ifPresent(id -> claims.put(id, new Claim(owner, until)));
        return due;
    }

    @Override
    public boolean keep(UUID id, String owner, Instant until) {
        boolean mine = isOf(id, owner);
        if (mine) {
            claims.put(id, new Claim(owner, until));
        }
        return mine;
    }

    @Override
    public void release(UUID id, String owner, Instant dueAt) {
        if (isOf(id, owner)) {
            claims.put(id, new Claim("", dueAt));
        }
    }

    private boolean isOf(UUID id, String owner) {
        Claim claim = claims.get(id);
        return claim != null && claim.owner().equals(owner);
    }
}
