package dev.tradesuite.portfolio.rebalancing;

import java.time.Duration;
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

    /**
     * What is under way.
     *
     * @param pending wait for a person
     * @param approved wait for their markets
     * @param executing are carried out
     * @param oldestAt since when the oldest of the approved and executing ones is what it is; empty without any
     */
    record Backlog(long pending, long approved, long executing, Optional<Instant> oldestAt) {

        /** For how long nothing has changed about the oldest. */
        Duration oldestAge(Instant now) {
            return oldestAt.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        }
    }

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

    /** How many are under way, of all accounts. */
    Backlog backlog();

    /** Whether one of an account is under way; nobody else begins one until the transaction ends. */
    boolean isUnderWay(String account);

    /** Takes one that is due, is under way and is nobody's; it is the owner's until then. */
    Optional<UUID> claim(String owner, Instant now, Instant until);

    /** Keeps one that is the owner's until then; false when it is somebody else's by now. */
    boolean keep(UUID id, String owner, Instant until);

    /** Gives one that is the owner's back; it is due then. */
    void release(UUID id, String owner, Instant dueAt);
}
