package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Cycles in memory, by the rules of the table. Several orchestrators of a test may share them. */
public final class MemoryCycles implements CycleStore {

    public static final Duration LEASE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<UUID, Cycle> cycles = new LinkedHashMap<>();
    private final Map<UUID, Instant> leases = new LinkedHashMap<>();
    private final Map<UUID, Instant> requestedAt = new LinkedHashMap<>();
    private long fence;

    /** What happens between the answer of {@link #abandoned} and its arrival. */
    public volatile Runnable afterLookingForAbandoned = () -> {};

    public MemoryCycles(Clock clock) {
        this.clock = clock;
    }

    /** A cycle whose holder is gone, with this many holders so far. */
    public synchronized Cycle abandon(DueCycle due, int attempts) {
        Cycle lost = new Cycle(due, CycleStatus.RUNNING, null, attempts, ++fence, clock.instant(), null);
        cycles.put(due.id(), lost);
        leases.put(due.id(), clock.instant().minusMillis(1));
        return lost;
    }

    public Cycle get(UUID id) {
        return find(id).orElseThrow();
    }

    public synchronized int size() {
        return cycles.size();
    }

    @Override
    public synchronized boolean add(Cycle cycle) {
        if (cycles.containsKey(cycle.id())
                || (cycle.status() == CycleStatus.REQUESTED
                        && has(cycle.portfolioId(), other -> other.status() == CycleStatus.REQUESTED))) {
            return false;
        }
        cycles.put(cycle.id(), cycle);
        requestedAt.put(cycle.id(), clock.instant());
        return true;
    }

    @Override
    public synchronized CycleClaim claim(DueCycle due, boolean again, Instant at) {
        Cycle known = cycles.get(due.id());
        if (known != null) {
            if (known.portfolioId() != due.portfolioId()) {
                return new CycleClaim.Foreign(known.portfolioId());
            }
            if (known.status() == CycleStatus.SUCCEEDED || (known.end() != null && !again)) {
                return new CycleClaim.Ended(known);
            }
            if (known.status() == CycleStatus.RUNNING && !leaseEnded(due.id())) {
                return new CycleClaim.Busy(due.id());
            }
        }
        for (Cycle other : cycles.values()) {
            if (other.portfolioId() == due.portfolioId()
                    && other.status() == CycleStatus.RUNNING
                    && !other.id().equals(due.id())) {
                return new CycleClaim.Busy(other.id());
            }
        }
        int attempts = known == null ? 1 : known.attempts() + 1;
        Cycle taken = new Cycle(due, CycleStatus.RUNNING, null, attempts, ++fence, at, null);
        cycles.put(due.id(), taken);
        leases.put(due.id(), clock.instant().plus(LEASE));
        return new CycleClaim.Taken(taken);
    }

    @Override
    public synchronized void renew(Collection<Held> held) {
        for (Held each : held) {
            Cycle cycle = cycles.get(each.cycleId());
            if (cycle != null && cycle.status() == CycleStatus.RUNNING && cycle.fence() == each.fence()) {
                leases.put(each.cycleId(), clock.instant().plus(LEASE));
            }
        }
    }

    @Override
    public synchronized boolean end(Cycle ended) {
        Cycle known = cycles.get(ended.id());
        if (known == null || known.status() != CycleStatus.RUNNING || known.fence() != ended.fence()) {
            return false;
        }
        cycles.put(ended.id(), ended);
        return true;
    }

    @Override
    public synchronized Optional<Cycle> giveUp(UUID id, int attempts, CycleFailure why, Instant at) {
        Cycle known = cycles.get(id);
        if (known == null || known.status() != CycleStatus.RUNNING || known.attempts() != attempts || !leaseEnded(id)) {
            return Optional.empty();
        }
        Cycle ended = known.failed(known.strategyType(), why, at);
        cycles.put(id, ended);
        return Optional.of(ended);
    }

    @Override
    public List<Cycle> abandoned(int limit) {
        List<Cycle> found;
        synchronized (this) {
            found = where(cycle -> cycle.status() == CycleStatus.RUNNING && leaseEnded(cycle.id()), limit);
        }
        afterLookingForAbandoned.run();
        return found;
    }

    @Override
    public synchronized List<Cycle> waitingLongerThan(Duration age, int limit) {
        Instant before = clock.instant().minus(age);
        return where(
                cycle -> cycle.status() == CycleStatus.REQUESTED
                        && requestedAt.getOrDefault(cycle.id(), Instant.EPOCH).isBefore(before),
                limit);
    }

    @Override
    public synchronized Optional<Cycle> find(UUID id) {
        return Optional.ofNullable(cycles.get(id));
    }

    @Override
    public synchronized List<Cycle> list(Filter filter) {
        return where(
                cycle -> (filter.portfolioId() == null || filter.portfolioId() == cycle.portfolioId())
                        && (filter.status() == null || filter.status() == cycle.status()),
                filter.limit());
    }

    @Override
    public int forget(Instant before) {
        throw new UnsupportedOperationException();
    }

    private boolean leaseEnded(UUID id) {
        return leases.getOrDefault(id, Instant.MAX).isBefore(clock.instant());
    }

    private boolean has(long portfolioId, Predicate<Cycle> which) {
        return cycles.values().stream().anyMatch(cycle -> cycle.portfolioId() == portfolioId && which.test(cycle));
    }

    private List<Cycle> where(Predicate<Cycle> which, int limit) {
        return new ArrayList<>(
                cycles.values().stream().filter(which).limit(limit).toList());
    }
}
