package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.MarketStatus;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.rebalancing.RebalancingClaims.Next;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings rebalancings on: asks for their approval, makes prices and checks anew once it is given, and sends their
 * orders, one after the other.
 *
 * <p>Whoever has claimed one has it for the length of a lease and renews that before each step; when its instance dies
 * another one goes on. A line is stored as SENT before its order is sent, and an order that is sent again has the same
 * client order id, so that it is the same order.
 */
final class RebalancingRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingRunner.class);

    private final RebalancingClaims claims;
    private final RebalancingApproval approval;
    private final RebalancingStart start;
    private final RebalancingExecution execution;
    private final Duration again;

    RebalancingRunner(Books books, Desks desks, Market market, UnitOfWork work, Pace pace, Clock clock) {
        this.claims = new RebalancingClaims(books.store(), books.events(), work, pace.owner(), pace.lease(), clock);
        this.approval = new RebalancingApproval(claims, desks, market, pace.pending());
        this.start = new RebalancingStart(claims, desks.plans(), books, market);
        this.execution = new RebalancingExecution(claims, books.transfers(), desks.orders(), market, pace.cashWait());
        this.again = pace.again();
    }

    /** What is kept, and who hears of it. */
    record Books(
            RebalancingStore store,
            RebalancingTransfers transfers,
            Allocations allocations,
            RebalancingEvents events) {}

    /** Whom it asks. */
    record Desks(RebalancingPlans plans, OrderDesk orders, ApprovalDesk approvals, ApprovalFollower follower) {}

    /** What says whether an order can go now. */
    record Market(AccountHoldings accounts, InstrumentCatalog catalog, MarketHours hours) {

        boolean isOpen(String symbol, Instant now) {
            return catalog.find(symbol)
                    .filter(instrument -> hours.status(instrument, now) == MarketStatus.OPEN)
                    .isPresent();
        }

        /** When the market of a symbol opens next; now while it is open. */
        Optional<Instant> nextOpen(String symbol, Instant now) {
            Optional<Instrument> instrument = catalog.find(symbol);
            return instrument.flatMap(found -> hours.nextOpen(found, now));
        }
    }

    /**
     * How long things take.
     *
     * @param owner name of this instance, which differs with every start
     * @param lease how long one is somebody's without a sign of life
     * @param again until something is asked again that is not known yet
     * @param cashWait how long a purchase waits for the money of the sales
     * @param pending how long approval can be given, and be carried out then
     */
    record Pace(String owner, Duration lease, Duration again, Duration cashWait, Duration pending) {}

    /** Brings on everything that is due and is nobody's; tells how many that were. */
    int runDue() {
        int brought = 0;
        Optional<UUID> claimed = claims.claim();
        while (claimed.isPresent()) {
            run(claimed.get());
            brought++;
            claimed = claims.claim();
        }
        return brought;
    }

    private void run(UUID id) {
        Next next = Next.GO_ON;
        try {
            while (next == Next.GO_ON) {
                next = claims.isMine(id) ? step(claims.find(id)) : Next.OVER;
            }
        } catch (RuntimeException e) {
            // What is not known is asked again; nothing is taken for done that is not stored as such.
            LOG.warn("Rebalancing {} cannot go on for now; tried again shortly", id, e);
            next = Next.WAIT;
        }
        if (next == Next.WAIT) {
            claims.release(id, again);
        }
    }

    private Next step(PlannedRebalancing found) {
        return switch (found.state()) {
            case PENDING_APPROVAL -> approval.ask(found);
            case APPROVED -> start.begin(found);
            case EXECUTING -> execution.goOn(found);
            case DRAFT, DONE, PARTIAL, FAILED, REJECTED, EXPIRED, CANCELLED -> Next.OVER;
        };
    }
}
