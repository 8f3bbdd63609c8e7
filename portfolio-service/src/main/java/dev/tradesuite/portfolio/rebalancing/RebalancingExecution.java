package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.rebalancing.RebalancingClaims.Next;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the orders of what is EXECUTING, one after the other, and ends it. */
final class RebalancingExecution {

    private static final Logger LOG = LoggerFactory.getLogger(RebalancingExecution.class);

    /** Why the rest of the orders was not sent. */
    private static final Set<String> STOPPED = Set.of(
            RebalancingReason.TRADING_STOPPED.name(),
            RebalancingReason.TAKEN_BACK.name(),
            RebalancingReason.APPROVAL_OVER.name());

    private final RebalancingClaims claims;
    private final RebalancingTransfers transfers;
    private final OrderDesk orders;
    private final RebalancingRunner.Market market;
    private final Duration cashWait;

    /** @param cashWait how long a purchase waits for the money of the sales */
    RebalancingExecution(
            RebalancingClaims claims,
            RebalancingTransfers transfers,
            OrderDesk orders,
            RebalancingRunner.Market market,
            Duration cashWait) {
        this.claims = claims;
        this.transfers = transfers;
        this.orders = orders;
        this.market = market;
        this.cashWait = cashWait;
    }

    /** The next step: sends the order whose line says so, makes the next line ready, or ends it. */
    Next goOn(PlannedRebalancing found) {
        List<RebalancingLine> lines = claims.lines(found.id());
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
        if (!found.holdsAt(claims.now())) {
            return claims.skipRest(
                    found, Reason.of(RebalancingReason.APPROVAL_OVER, "The approval was over before it was sent"));
        }
        if (!market.isOpen(order.wanted().symbol(), claims.now())) {
            return Next.WAIT;
        }
        if (order.wanted().side() == Side.BUY && !order.wanted().reduceOnly()) {
            BigDecimal power = market.accounts()
                    .find(found.account())
                    .orElseThrow(() -> new IllegalStateException("account %s is gone".formatted(found.account())))
                    .cash()
                    .buyingPower();
            if (power.compareTo(order.worth().margin()) < 0) {
                return claims.now().isBefore(lastChange(found, lines).plus(cashWait))
                        ? Next.WAIT
                        : claims.save(
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
                                        claims.now()));
            }
        }
        return claims.save(found.id(), line, one -> one.sent(claims.now()));
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
        OrderDesk.Answer answer = line.orderId().map(orders::look).orElseGet(() -> send(found, order));
        return switch (answer) {
            case OrderDesk.Answer.Placed(OrderDesk.Progress progress) -> {
                Next saved = claims.save(
                        found.id(),
                        line,
                        one -> one.at(state(order, progress), withReason(order, progress), claims.now()));
                yield progress.open() && saved == Next.GO_ON ? Next.WAIT : saved;
            }
            case OrderDesk.Answer.Refused(Reason why, OrderDesk.Stop stop) -> {
                Next saved = claims.save(
                        found.id(), line, one -> one.ended(RebalancingLineState.REFUSED, why, claims.now()));
                yield stop == OrderDesk.Stop.EVERYTHING && saved == Next.GO_ON
                        ? claims.skipRest(found, Reason.of(RebalancingReason.TRADING_STOPPED, why.message()))
                        : saved;
            }
            case OrderDesk.Answer.Silent(String why) -> {
                LOG.warn("Order {} of rebalancing {} is not known: {}", order.number(), found.id(), why);
                yield Next.WAIT;
            }
        };
    }

    private OrderDesk.Answer send(PlannedRebalancing found, PlannedOrder order) {
        PlannedRebalancing.Permit permit = found.approval().orElseThrow();
        return orders.send(
                found.account(),
                order.wanted(),
                order.clientOrderId(found.id()),
                new OrderDesk.ApprovedLine(permit.id(), order.number()));
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
        return claims.end(found.id(), RebalancingState.EXECUTING, executing -> {
            List<RebalancingLine> lines = claims.lines(executing.id());
            fund(executing, lines);
            long filled = lines.stream()
                    .filter(line -> line.state() == RebalancingLineState.FILLED)
                    .count();
            boolean nothing =
                    lines.stream().allMatch(line -> line.filled().lots().signum() == 0);
            String message = "%d of %d orders were filled in full".formatted(filled, lines.size());
            if (filled == lines.size()) {
                return executing.ended(
                        RebalancingState.DONE, Reason.of(RebalancingReason.ALL_ORDERS_FILLED, message), claims.now());
            }
            Reason why = lines.stream()
                    .flatMap(line -> line.reason().stream())
                    .filter(reason -> reason.code().equals(RebalancingReason.TRADING_STOPPED.name()))
                    .findFirst()
                    .orElse(Reason.of(
                            nothing ? RebalancingReason.NO_ORDER_FILLED : RebalancingReason.SOME_ORDERS_UNFILLED,
                            message));
            return executing.ended(nothing ? RebalancingState.FAILED : RebalancingState.PARTIAL, why, claims.now());
        });
    }

    /** Cash goes into the portfolios once the orders are over, unless the rest of them was stopped. */
    private void fund(PlannedRebalancing executing, List<RebalancingLine> lines) {
        Optional<Reason> stopped = lines.stream()
                .filter(line -> line.state() == RebalancingLineState.SKIPPED)
                .flatMap(line -> line.reason().stream())
                .filter(reason -> STOPPED.contains(reason.code()))
                .findFirst();
        stopped.ifPresentOrElse(
                why -> transfers.cancel(executing.id(), PlannedTransfer::isIn, why, claims.now()),
                () -> transfers.open(executing.id(), PlannedTransfer::isIn, claims.now()));
    }

    private static PlannedOrder order(PlannedRebalancing found, RebalancingLine line) {
        return found.plan().orders().get(line.number() - 1);
    }
}
