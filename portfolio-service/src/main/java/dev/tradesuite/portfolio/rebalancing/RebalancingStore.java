package dev.tradesuite.portfolio.rebalancing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps rebalancings. Every method joins the transaction it is called in. */
public interface RebalancingStore {

    /**
     * What to look for; empty means any.
     *
     * @param only accounts that may be seen
     * @param before id of the last one of the page before
     * @param limit most to answer with
     */
    record Filter(Optional<String> account, Optional<Set<String>> only, Optional<UUID> before, int limit) {}

    /** Adds one with its lines. */
    void add(PlannedRebalancing rebalancing, List<RebalancingLine> lines);

    Optional<PlannedRebalancing> find(UUID id);

    /** As {@link #find}, held until the transaction ends so that nobody else moves it. */
    Optional<PlannedRebalancing> lock(UUID id);

    /** The one whose approval this is, held as by {@link #lock}. */
    Optional<PlannedRebalancing> lockByApproval(UUID approval);

    /** Writes where one that is held stands now. */
    void save(PlannedRebalancing rebalancing);

    /** Its lines by number. */
    List<RebalancingLine> lines(UUID id);

    /** Writes where a line of one that is held stands now. */
    void save(UUID id, RebalancingLine line);

    /** Rebalancings that match, newest first. */
    List<PlannedRebalancing> list(Filter filter);

    /** Whether one of an account is under way; nobody else begins one until the transaction ends. */
    boolean isUnderWay(String account);

    /** Takes one that is due, is under way and is nobody's; it is the owner's until then. */
    Optional<UUID> claim(String owner, Instant now, Instant until);

    /** Keeps one that is the owner's until then; false when it is somebody else's by now. */
    boolean keep(UUID id, String owner, Instant until);

    /** Gives one that is the owner's back; it is due then. */
    void release(UUID id, String owner, Instant dueAt);
}
