package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives an open position another protection: a stop, a target, a trailing stop, or none. Where the broker keeps apart
 * what each strategy holds, each that holds in the direction of the position gets its own; those that hold against it
 * keep theirs.
 */
public final class ProtectionService {

    private final TradeOrders orders;
    private final OrderService service;
    private final Brokers brokers;
    private final ClosingPrices prices;
    private final PriceGuard guard;
    private final OrderReservations reservations;
    private final OrderReconciliation reconciliation;

    ProtectionService(
            TradeOrders orders,
            OrderService service,
            Brokers brokers,
            ClosingPrices prices,
            PriceGuard guard,
            OrderReservations reservations,
            OrderReconciliation reconciliation) {
        this.orders = orders;
        this.service = service;
        this.brokers = brokers;
        this.prices = prices;
        this.guard = guard;
        this.reservations = reservations;
        this.reconciliation = reconciliation;
    }

    /**
     * What is wanted.
     *
     * @param accountId account
     * @param instrument whose position
     * @param protection where it is to be closed; a trailing stop without a price begins at its distance
     * @param marketPrice price now; absent: the newest that is known
     */
    public record Wanted(
            String accountId, Instrument instrument, Protection protection, @Nullable BigDecimal marketPrice) {}

    /** What came of it. */
    public sealed interface Result {

        /** What is held on this side is protected by these orders and no others. */
        record Protected(Side side, Lots lots, List<TradeOrder> orders) implements Result {}

        /** There is no position of this account at its broker. */
        record NoPosition() implements Result {}

        /** It is not known where the market is. */
        record NoPrice() implements Result {}

        /** Stop or target are where they cannot protect, or risk denies them. */
        record Refused(Reason why) implements Result {}

        /** Not now. */
        record NotNow(Reason why) implements Result {}
    }

    /**
     * Protects.
     *
     * @param ended told of the protection in the transaction that brings it to the broker
     */
    public Result protect(Wanted wanted, Consumer<Result.Protected> ended) {
        if (!reconciliation.isDone()) {
            return new Result.NotNow(TradeReason.ORDERS_RECONCILING.reason());
        }
        String symbol = wanted.instrument.symbol();
        Broker broker = brokers.of(wanted.accountId);
        BigDecimal position = broker.position(wanted.accountId, symbol);
        Optional<TradeOrder> entry = orders.lastEntry(wanted.accountId, symbol);
        if (position.signum() == 0 || entry.isEmpty()) {
            return new Result.NoPosition();
        }
        if (wanted.marketPrice != null
                && guard.look(wanted.instrument, wanted.marketPrice) instanceof PriceGuard.Look.Far(Reason why)) {
            return new Result.Refused(why);
        }
        Optional<BigDecimal> market = Optional.ofNullable(wanted.marketPrice)
                .or(() -> Optional.ofNullable(prices.newest(List.of(symbol)).get(symbol))
                        .map(ClosingPrice::price));
        if (market.isEmpty()) {
            return new Result.NoPrice();
        }
        Side held = position.signum() > 0 ? Side.BUY : Side.SELL;
        Optional<BigDecimal> stop = stop(wanted, held, market.get());
        Optional<String> fault = misplaced(wanted.protection, stop, held, market.get());
        if (fault.isPresent()) {
            return new Result.Refused(TradeReason.BROKER_LACKS.reason(fault.get()));
        }
        List<Share> shares = shares(broker, wanted, held, position, entry.get());
        Lots lots = shares.stream().map(Share::lots).reduce(Lots.ZERO, ProtectionService::sum);
        List<PositionLeg> legs = shares.stream()
                .flatMap(share -> legs(wanted, held, share.lots(), stop).stream()
                        .map(terms -> new PositionLeg(terms, share.strategy())))
                .toList();
        // One asks for all: what risk judges is the same. Its silence keeps nobody from protecting a position.
        if (!legs.isEmpty()
                && reservations.mayProtect(entry.get().origin(), legs.getFirst().terms(), market.get())
                        instanceof OrderReservations.Outcome.Denied(Reason why)) {
            return new Result.Refused(why);
        }
        return new Result.Protected(
                held,
                lots,
                service.protect(
                        entry.get(),
                        market.get(),
                        legs,
                        stand -> ended.accept(new Result.Protected(held, lots, stand))));
    }

    /**
     * What somebody holds of a position.
     *
     * @param strategy whose it is; absent without one
     * @param lots how much
     */
    private record Share(@Nullable String strategy, Lots lots) {}

    /** Who holds in the direction of a position; at a broker that nets it is one, whose entry was the last. */
    private static List<Share> shares(Broker broker, Wanted wanted, Side held, BigDecimal position, TradeOrder entry) {
        return broker.holdings(wanted.accountId, wanted.instrument.symbol())
                .map(holders -> holders.byHolder().entrySet().stream()
                        .filter(holder -> holder.getValue().signum() == held.sign())
                        .map(holder -> new Share(
                                HeldLots.isNobody(holder.getKey()) ? null : holder.getKey(),
                                new Lots(holder.getValue().abs())))
                        .toList())
                .orElseGet(() -> List.of(new Share(entry.origin().strategy(), new Lots(position.abs()))));
    }

    private static Lots sum(Lots one, Lots other) {
        return new Lots(one.value().add(other.value()));
    }

    /**
     * Whether something held is left without a stop by the end of an order; empty when it is not. Where the broker
     * keeps apart what each strategy holds, it is that of the order's strategy.
     */
    public Optional<Reason> unprotectedBy(TradeOrder cancelled) {
        TradeTerms terms = cancelled.terms();
        if (!terms.reduceOnly() || !terms.type().hasTrigger()) {
            return Optional.empty();
        }
        String account = cancelled.origin().accountId();
        Broker broker = brokers.of(cancelled);
        boolean apart = broker.capabilities().keepsHoldings();
        String holder = holder(cancelled);
        boolean stopped = orders.protecting(List.of(account), terms.symbol()).stream()
                .filter(order -> !apart || holder(order).equals(holder))
                .anyMatch(order -> order.terms().type().hasTrigger() && order.isWorking());
        if (stopped) {
            return Optional.empty();
        }
        BigDecimal held = broker.holdings(account, terms.symbol())
                .map(holders -> holders.of(holder))
                .orElseGet(() -> broker.position(account, terms.symbol()));
        return held.signum() == -terms.side().sign()
                ? Optional.of(TradeReason.POSITION_UNPROTECTED.reason())
                : Optional.empty();
    }

    private static String holder(TradeOrder order) {
        return HeldLots.holder(order.origin().strategy());
    }

    private static List<TradeTerms> legs(Wanted wanted, Side held, Lots lots, Optional<BigDecimal> stop) {
        String symbol = wanted.instrument.symbol();
        List<TradeTerms> legs = new ArrayList<>();
        stop.ifPresent(trigger -> legs.add(TradeTerms.stop(symbol, held.opposite(), lots, trigger)
                .trailing(wanted.protection.trailingStop())
                .reducingOnly()));
        BigDecimal target = wanted.protection.takeProfitPrice();
        if (target != null) {
            legs.add(TradeTerms.limit(symbol, held.opposite(), lots, target).reducingOnly());
        }
        return legs;
    }

    private static Optional<BigDecimal> stop(Wanted wanted, Side held, BigDecimal market) {
        BigDecimal stated = wanted.protection.stopLossPrice();
        Pips distance = wanted.protection.trailingStop();
        return stated != null || distance == null
                ? Optional.ofNullable(stated)
                : wanted.instrument.stopPrice(held, market, distance);
    }

    private static Optional<String> misplaced(
            Protection protection, Optional<BigDecimal> stop, Side held, BigDecimal market) {
        if (stop.isPresent() && market.subtract(stop.get()).signum() != held.sign()) {
            return Optional.of("The stop at %s is on the wrong side of the market at %s."
                    .formatted(stop.get().toPlainString(), market.toPlainString()));
        }
        BigDecimal target = protection.takeProfitPrice();
        if (target != null && target.subtract(market).signum() != held.sign()) {
            return Optional.of("The target at %s is on the wrong side of the market at %s."
                    .formatted(target.toPlainString(), market.toPlainString()));
        }
        return Optional.empty();
    }
}
