package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Rebalancings as one instance claims and moves them. Whoever has claimed one has it for the length of a lease; a move
 * of what is somebody else's by now, or has moved already, changes nothing.
 */
final class RebalancingClaims {

    private final RebalancingStore store;
    private final RebalancingEvents events;
    private final UnitOfWork work;
    private final String owner;
    private final Duration lease;
    private final Clock clock;

    /**
     * @param owner name of this instance, which differs with every start
     * @param lease how long one is an instance's without a sign of life
     */
    RebalancingClaims(
            RebalancingStore store,
            RebalancingEvents events,
            UnitOfWork work,
            String owner,
            Duration lease,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.work = work;
        this.owner = owner;
        this.lease = lease;
        this.clock = clock;
    }

    /** What follows a step. */
    enum Next {
        /** Another step at once. */
        GO_ON,
        /** Nothing can be done for now. */
        WAIT,
        /** It is over, or somebody else's. */
        OVER
    }

    /** Takes one that is due and is nobody's. */
    Optional<UUID> claim() {
        Instant now = now();
        return work.durable(() -> store.claim(owner, now, now.plus(lease)));
    }

    /** Whether one is this instance's still; it is for another lease then. */
    boolean isMine(UUID id) {
        return work.durable(() -> store.keep(id, owner, now().plus(lease)));
    }

    /** Gives one back; it is due again after so long. */
    void release(UUID id, Duration again) {
        work.durable(() -> store.release(id, owner, now().plus(again)));
    }

    PlannedRebalancing find(UUID id) {
        return store.find(id).orElseThrow();
    }

    List<RebalancingLine> lines(UUID id) {
        return store.lines(id);
    }

    /** Moves one on that is in this state. */
    Next change(UUID id, RebalancingState from, UnaryOperator<PlannedRebalancing> change) {
        return work.durable(() -> mine(id, from)
                .map(found -> {
                    PlannedRebalancing next = change.apply(found);
                    store.save(next);
                    events.changed(next);
                    return Next.GO_ON;
                })
                // Somebody took it back in between: look again.
                .orElse(Next.GO_ON));
    }

    /** Moves one to its end. */
    Next end(UUID id, RebalancingState from, UnaryOperator<PlannedRebalancing> change) {
        change(id, from, change);
        return Next.OVER;
    }

    /** Changes a line of one that is EXECUTING, unless the line has ended in between, as by a cancel. */
    Next save(UUID id, RebalancingLine line, UnaryOperator<RebalancingLine> change) {
        return work.durable(() -> {
            if (mine(id, RebalancingState.EXECUTING).isEmpty()) {
                return Next.OVER;
            }
            store.lines(id).stream()
                    .filter(one -> one.number() == line.number() && one.isOpen())
                    .findFirst()
                    .ifPresent(one -> store.save(id, change.apply(one)));
            return Next.GO_ON;
        });
    }

    /** Ends the lines that were not sent. */
    Next skipRest(PlannedRebalancing found, Reason why) {
        return work.durable(() -> {
            if (mine(found.id(), RebalancingState.EXECUTING).isEmpty()) {
                return Next.OVER;
            }
            store.lines(found.id()).stream()
                    .filter(line -> line.state() == RebalancingLineState.PLANNED)
                    .forEach(line -> store.save(found.id(), line.ended(RebalancingLineState.SKIPPED, why, now())));
            return Next.GO_ON;
        });
    }

    /** The rebalancing, held, if it is in this state and still this instance's. */
    private Optional<PlannedRebalancing> mine(UUID id, RebalancingState state) {
        return store.lock(id)
                .filter(found -> found.state() == state)
                .filter(_ -> store.keep(id, owner, now().plus(lease)));
    }

    /** Now, as exact as it is kept. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
