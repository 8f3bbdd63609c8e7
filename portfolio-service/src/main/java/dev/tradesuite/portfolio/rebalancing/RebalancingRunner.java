package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.MarketStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    private final Books books;
    private final Desks desks;
    private final Market market;
    private final UnitOfWork work;
    private final Pace pace;
    private final Clock clock;

    RebalancingRunner(Books books, Desks desks, Market market, UnitOfWork work, Pace pace, Clock clock) {
        this.books = books;
        this.desks = desks;
        this.market = market;
        this.work = work;
        this.pace = pace;
        this.clock = clock;
    }

    /** What is kept, and who hears of it. */
    record Books(RebalancingStore store, Allocations allocations, RebalancingEvents events) {}

    /** Whom it asks. */
    record Desks(RebalancingPlans plans, OrderDesk orders, ApprovalDesk approvals, ApprovalFollower follower) {}

    /** What says whether an order can go now. */
    record Market(AccountHoldings accounts, InstrumentCatalog catalog, MarketHours hours) {}

    /**
     * How long things take.
     *
     * @param owner name of this instance, which differs with every start
     * @param lease how long one is somebody's without a sign of life
     * @param again until something is asked again that is not known yet
     * @param cashWait how long a purchase waits for the money of the sales
     * @param pending how long approval can be given
     */
    record Pace(String owner, Duration lease, Duration again, Duration cashWait, Duration pending) {}

    /** What follows a step. */
    private enum Next {
        /** Another step at once. */
        GO_ON,
        /** Nothing can be done for now. */
        WAIT,
        /** It is over, or somebody else's. */
        OVER
    }

    /** Brings on everything that is due and is nobody's; tells how many that were. */
    int runDue() {
        int brought = 0;
        Optional<UUID> claimed = claim();
        while (claimed.isPresent()) {
            run(claimed.get());
            brought++;
            claimed = claim();
        }
        return brought;
    }

    private Optional<UUID> claim() {
        Instant now = now();
        return work.durable(() -> books.store().claim(pace.owner(), now, now.plus(pace.lease())));
    }

    private void run(UUID id) {
        Next next = Next.GO_ON;
        try {
            while (next == Next.GO_ON) {
                next = isMine(id) ? step(id) : Next.OVER;
            }
        } catch (RuntimeException e) {
            // What is not known is asked again; nothing is taken for done that is not stored as such.
            LOG.warn("Rebalancing {} cannot go on for now; tried again shortly", id, e);
            next = Next.WAIT;
        }
        if (next == Next.WAIT) {
            work.durable(() -> books.store().release(id, pace.owner(), now().plus(pace.again())));
        }
    }

    private Next step(UUID id) {
        PlannedRebalancing found = books.store().find(id).orElseThrow();
        return switch (found.state()) {
            case PENDING_APPROVAL -> ask(found);
            case APPROVED -> begin(found);
            case EXECUTING -> execute(found);
            case DRAFT, DONE, PARTIAL, FAILED, REJECTED, EXPIRED, CANCELLED -> Next.OVER;
        };
    }

    private Next ask(PlannedRebalancing found) {
        ApprovalDesk.Standing standing = found.approval()
                .map(permit -> desks.approvals().find(permit.id()))
                .orElseGet(() -> desks.approvals().ask(found, pending(found)));
        desks.follower().learn(found.id(), standing);
        return switch (standing) {
            case ApprovalDesk.Standing.Pending _ -> Next.WAIT;
            case ApprovalDesk.Standing.Silent(String why) -> {
                LOG.warn("Nobody tells of the approval of rebalancing {}: {}", found.id(), why);
                yield forgotten(found);
            }
            case ApprovalDesk.Standing.Approved _, ApprovalDesk.Standing.Rejected _, ApprovalDesk.Standing.Expired _ ->
                Next.GO_ON;
        };
    }

    /** An approval that could have been carried out no more, had it been given, is over whoever is silent. */
    private Next forgotten(PlannedRebalancing found) {
        return found.approval()
                .filter(permit -> now().isAfter(permit.validUntil().plus(pace.pending())))
                .map(permit -> {
                    desks.follower().learn(found.id(), new ApprovalDesk.Standing.Expired(permit.id()));
                    return Next.OVER;
                })
                .orElse(Next.WAIT);
    }

    /** As long as the setting says, counted from the opening of the markets that were closed when it was submitted. */
    private Duration pending(PlannedRebalancing found) {
        Instant now = found.updatedAt();
        return found.plan().orders().stream()
                .flatMap(order -> market.catalog().find(order.wanted().symbol()).stream())
                .flatMap(instrument -> market.hours().nextOpen(instrument, now).stream())
                .max(Comparator.naturalOrder())
                .map(open -> Duration.between(now, open).plus(pace.pending()))
                .orElse(pace.pending());
    }

    private Next begin(PlannedRebalancing found) {
        if (isOver(found)) {
            return end(
                    found.id(),
                    RebalancingState.APPROVED,
                    approved -> approved.ended(
                            RebalancingState.EXPIRED,
                            Reason.of(
                                    RebalancingReason.APPROVAL_OVER,
                                    "The approval was over before every market was open"),
                            now()));
        }
        if (!found.plan().orders().stream()
                .allMatch(order -> isOpen(order.wanted().symbol()))) {
            return Next.WAIT;
        }
        Optional<Reason> broken = desks.plans().broken(found);
        return broken.isPresent()
                ? end(
                        found.id(),
                        RebalancingState.APPROVED,
                        approved -> approved.ended(RebalancingState.FAILED, broken.get(), now()))
                : change(found.id(), RebalancingState.APPROVED, approved -> {
                    inForce(approved);
                    return approved.to(RebalancingState.EXECUTING, now());
                });
    }

    /** From now on the strategies work with what the target gives them. */
    private void inForce(PlannedRebalancing approved) {
        RebalancingPlan.Basis basis = approved.plan().basis();
        approved.plan().weights().forEach(weight -> books.allocations()
                .put(new StrategyAllocation(
                        basis.account(),
                        weight.strategy(),
                        RebalancingPlanner.capital(basis.value(), weight.target()),
                        Math.min(1, weight.target()),
                        now(),
                        basis.targetVersion())));
    }

    private Next execute(PlannedRebalancing found) {
        List<RebalancingLine> lines = books.store().lines(found.id());
        Optional<RebalancingLine> sent = lines.stream()
                .filter(line -> line.state() == RebalancingLineState.SENT)
                .findFirst();
        if (sent.isPresent()) {
            return send(found, sent.get());
        }
        Optional<RebalancingLine> planned = lines.stream()
                .filter(line -> line.state() == RebalancingLineState.PLANNED)
                .findFirst();
        return planned.isPresent() ? prepare(found, lines, planned.get()) : conclude(found);
    }

    private Next prepare(PlannedRebalancing found, List<RebalancingLine> lines, RebalancingLine line) {
        PlannedOrder order = order(found, line);
        if (isOver(found)) {
            return skipRest(
                    found, Reason.of(RebalancingReason.APPROVAL_OVER, "The approval was over before it was sent"));
        }
        if (!isOpen(order.wanted().symbol())) {
            return Next.WAIT;
        }
        if (order.wanted().side() == Side.BUY && !order.wanted().reduceOnly()) {
            BigDecimal power = market.accounts()
                    .find(found.account())
                    .orElseThrow(() -> new IllegalStateException("account %s is gone".formatted(found.account())))
                    .cash()
                    .buyingPower();
            if (power.compareTo(order.worth().margin()) < 0) {
                return now().isBefore(lastChange(found, lines).plus(pace.cashWait()))
                        ? Next.WAIT
                        : save(
                                found.id(),
                                line,
                                one -> one.ended(
                                        RebalancingLineState.SKIPPED,
                                        Reason.of(
                                                RebalancingReason.BUYING_POWER_MISSING,
                                                "%s is left, %s is needed"
                                                        .formatted(
                                                                power.toPlainString(),
                                                                order.worth()
                                                                        .margin()
                                                                        .toPlainString())),
                                        now()));
            }
        }
        return save(found.id(), line, one -> one.sent(now()));
    }

    /** When the last order before came to its end. */
    private static Instant lastChange(PlannedRebalancing found, List<RebalancingLine> lines) {
        return lines.stream()
                .filter(line -> !line.isOpen())
                .map(RebalancingLine::updatedAt)
                .filter(at -> at.isAfter(found.updatedAt()))
                .max(Comparator.naturalOrder())
                .orElse(found.updatedAt());
    }

    private Next send(PlannedRebalancing found, RebalancingLine line) {
        PlannedOrder order = order(found, line);
        OrderDesk.Answer answer = line.orderId().map(desks.orders()::look).orElseGet(() -> desks.orders()
                .send(found.account(), order.wanted(), order.clientOrderId(found.id())));
        return switch (answer) {
            case OrderDesk.Answer.Placed(OrderDesk.Progress progress) -> {
                Next saved = save(
                        found.id(), line, one -> one.at(state(order, progress), withReason(order, progress), now()));
                yield progress.open() && saved == Next.GO_ON ? Next.WAIT : saved;
            }
            case OrderDesk.Answer.Refused(Reason why, boolean stops) -> {
                Next saved = save(found.id(), line, one -> one.ended(RebalancingLineState.REFUSED, why, now()));
                yield stops && saved == Next.GO_ON
                        ? skipRest(found, Reason.of(RebalancingReason.TRADING_STOPPED, why.message()))
                        : saved;
            }
            case OrderDesk.Answer.Silent(String why) -> {
                LOG.warn("Order {} of rebalancing {} is not known: {}", order.number(), found.id(), why);
                yield Next.WAIT;
            }
        };
    }

    private static RebalancingLineState state(PlannedOrder order, OrderDesk.Progress progress) {
        if (progress.filled().lots().compareTo(order.wanted().lots()) >= 0) {
            return RebalancingLineState.FILLED;
        }
        if (progress.open()) {
            return RebalancingLineState.SENT;
        }
        return progress.filled().lots().signum() > 0 ? RebalancingLineState.PARTIAL : RebalancingLineState.REFUSED;
    }

    private static OrderDesk.Progress withReason(PlannedOrder order, OrderDesk.Progress progress) {
        boolean isShort = !progress.open()
                && progress.filled().lots().compareTo(order.wanted().lots()) < 0;
        return isShort && progress.reason().isEmpty()
                ? new OrderDesk.Progress(
                        progress.orderId(),
                        progress.filled(),
                        false,
                        Optional.of(Reason.of(
                                RebalancingReason.ORDER_UNFILLED,
                                "%s of %s lots were filled"
                                        .formatted(
                                                progress.filled().lots().toPlainString(),
                                                order.wanted().lots().toPlainString()))))
                : progress;
    }

    private Next conclude(PlannedRebalancing found) {
        return end(found.id(), RebalancingState.EXECUTING, executing -> {
            List<RebalancingLine> lines = books.store().lines(executing.id());
            long filled = lines.stream()
                    .filter(line -> line.state() == RebalancingLineState.FILLED)
                    .count();
            boolean nothing =
                    lines.stream().allMatch(line -> line.filled().lots().signum() == 0);
            String message = "%d of %d orders were filled in full".formatted(filled, lines.size());
            if (filled == lines.size()) {
                return executing.ended(
                        RebalancingState.DONE, Reason.of(RebalancingReason.ALL_ORDERS_FILLED, message), now());
            }
            Reason why = lines.stream()
                    .flatMap(line -> line.reason().stream())
                    .filter(reason -> reason.code().equals(RebalancingReason.TRADING_STOPPED.name()))
                    .findFirst()
                    .orElse(Reason.of(
                            nothing ? RebalancingReason.NO_ORDER_FILLED : RebalancingReason.SOME_ORDERS_UNFILLED,
                            message));
            return executing.ended(nothing ? RebalancingState.FAILED : RebalancingState.PARTIAL, why, now());
        });
    }

    private Next skipRest(PlannedRebalancing found, Reason why) {
        return work.durable(() -> {
            if (mine(found.id(), RebalancingState.EXECUTING).isEmpty()) {
                return Next.OVER;
            }
            books.store().lines(found.id()).stream()
                    .filter(line -> line.state() == RebalancingLineState.PLANNED)
                    .forEach(line ->
                            books.store().save(found.id(), line.ended(RebalancingLineState.SKIPPED, why, now())));
            return Next.GO_ON;
        });
    }

    /** Changes a line unless it has ended in between, as by a cancel. */
    private Next save(UUID id, RebalancingLine line, UnaryOperator<RebalancingLine> change) {
        return work.durable(() -> {
            if (mine(id, RebalancingState.EXECUTING).isEmpty()) {
                return Next.OVER;
            }
            books.store().lines(id).stream()
                    .filter(one -> one.number() == line.number() && one.isOpen())
                    .findFirst()
                    .ifPresent(one -> books.store().save(id, change.apply(one)));
            return Next.GO_ON;
        });
    }

    private Next end(UUID id, RebalancingState from, UnaryOperator<PlannedRebalancing> change) {
        change(id, from, change);
        return Next.OVER;
    }

    private Next change(UUID id, RebalancingState from, UnaryOperator<PlannedRebalancing> change) {
        return work.durable(() -> mine(id, from)
                .map(found -> {
                    PlannedRebalancing next = change.apply(found);
                    books.store().save(next);
                    books.events().changed(next);
                    return Next.GO_ON;
                })
                // Somebody took it back in between: look again.
                .orElse(Next.GO_ON));
    }

    /** The rebalancing, held, if it is in this state and still this instance's. */
    private Optional<PlannedRebalancing> mine(UUID id, RebalancingState state) {
        return books.store().lock(id).filter(found -> found.state() == state).filter(_ -> books.store()
                .keep(id, pace.owner(), now().plus(pace.lease())));
    }

    private boolean isMine(UUID id) {
        return work.durable(() -> books.store().keep(id, pace.owner(), now().plus(pace.lease())));
    }

    private boolean isOver(PlannedRebalancing found) {
        return found.approval()
                .filter(permit -> permit.validUntil().isAfter(now()))
                .isEmpty();
    }

    private boolean isOpen(String symbol) {
        return market.catalog()
                .find(symbol)
                .filter(instrument -> market.hours().status(instrument, now()) == MarketStatus.OPEN)
                .isPresent();
    }

    private static PlannedOrder order(PlannedRebalancing found, RebalancingLine line) {
        return found.plan().orders().get(line.number() - 1);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
