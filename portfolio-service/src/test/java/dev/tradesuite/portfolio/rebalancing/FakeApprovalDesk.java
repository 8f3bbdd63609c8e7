package dev.tradesuite.portfolio.rebalancing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Approvals in memory: one for each rebalancing, however often it is asked for. */
final class FakeApprovalDesk implements ApprovalDesk {

    private final Map<UUID, UUID> ids = new HashMap<>();
    private final Map<UUID, String> hashes = new HashMap<>();
    private final Map<UUID, Standing> standings = new HashMap<>();
    private final Clock clock;

    private boolean silent;

    FakeApprovalDesk(Clock clock) {
        this.clock = clock;
    }

    void silence(boolean away) {
        silent = away;
    }

    int asked() {
        return ids.size();
    }

    void approve(UUID rebalancing) {
        UUID id = id(rebalancing);
        standings.put(id, new Standing.Approved(id, Objects.requireNonNull(hashes.get(rebalancing)), clock.instant()));
    }

    void approveOther(UUID rebalancing) {
        UUID id = id(rebalancing);
        standings.put(id, new Standing.Approved(id, "0".repeat(64), clock.instant()));
    }

    void reject(UUID rebalancing) {
        standings.put(id(rebalancing), new Standing.Rejected(id(rebalancing), "boss", "not now"));
    }

    void expire(UUID rebalancing) {
        standings.put(id(rebalancing), new Standing.Expired(id(rebalancing)));
    }

    UUID id(UUID rebalancing) {
        return Objects.requireNonNull(ids.get(rebalancing));
    }

    @Override
    public Standing ask(PlannedRebalancing rebalancing, Term term) {
        if (silent) {
            return new Standing.Silent("nobody answers");
        }
        UUID id = ids.computeIfAbsent(rebalancing.id(), _ -> UUID.randomUUID());
        hashes.put(rebalancing.id(), rebalancing.planHash());
        Instant expires = rebalancing.updatedAt().plus(term.pending());
        return standings.computeIfAbsent(id, _ -> new Standing.Pending(id, expires));
    }

    @Override
    public Standing find(UUID id) {
        return silent ? new Standing.Silent("nobody answers") : Objects.requireNonNull(standings.get(id));
    }
}
