package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The orders of one account in one instrument and who holds how much of it, and what is asked of them.
 *
 * <p>{@link PaperFills} fills an order from the prices it meets, {@link PaperCandles} says what it meets of a candle,
 * {@link PaperBrackets} keeps what protects the holdings in step with them.
 *
 * <p>Not safe for many threads; the store hands out one book at a time.
 */
final class PaperBook {

    private final Instrument instrument;
    private final PaperTerms terms;
    private final PaperOrders orders;
    private final PaperBrackets brackets;
    private final PaperFills fills;
    private final PaperCandles candles;

    /**
     * @param state what is kept of the book: at least its working orders and all legs of their brackets
     * @param ids makes the ids of executions
     */
    PaperBook(Instrument instrument, PaperTerms terms, PaperState state, Supplier<UUID> ids) {
        this.instrument = instrument;
        this.terms = terms;
        PaperPrices prices = new PaperPrices(instrument, terms);
        this.orders = new PaperOrders(state.orders());
        this.brackets = new PaperBrackets(orders, prices);
        this.fills = new PaperFills(instrument, terms, orders, brackets, state.held(), ids);
        this.candles = new PaperCandles(orders, fills, brackets, prices);
    }

    /** Takes an order and fills what can be filled at once. An order that is known already stands as it is. */
    void submit(BrokerRequest request, Instant now) {
        if (orders.find(request.clientOrderId()).isEmpty()) {
            arrive(PaperBookOrder.arrived(request, now), request.marketPrice(), now);
        }
    }

    /** Takes back what is unfilled; an order that is not known is noted, so that it is refused when it arrives. */
    void cancel(BrokerRequest request, Reason why, Instant now) {
        Optional<PaperBookOrder> order = orders.find(request.clientOrderId());
        if (order.isEmpty()) {
            orders.change(PaperBookOrder.cancelledUnseen(request, why, now));
        } else if (order.get().isWorking()) {
            orders.change(order.get().ended(BrokerOrderStatus.CANCELLED, why, now));
        }
    }

    /** Puts an order in the place of one that works and is filled as far as its sender knows; else rejects it. */
    void replace(String oldId, BigDecimal filledSoFar, BrokerRequest request, Reason why, Instant now) {
        if (orders.find(request.clientOrderId()).isPresent()) {
            return;
        }
        Optional<PaperBookOrder> old = orders.find(oldId)
                .filter(order -> order.isWorking() && order.filled().value().compareTo(filledSoFar) == 0);
        if (old.isEmpty()) {
            reject(PaperBookOrder.arrived(request, now), TradeReason.REPLACED_TOO_LATE.reason(), now);
            return;
        }
        Optional<String> fault = fault(PaperBookOrder.arrived(request, now));
        if (fault.isPresent()) {
            reject(PaperBookOrder.arrived(request, now), TradeReason.BROKER_REJECTED.reason(fault.get()), now);
            return;
        }
        orders.change(old.get().ended(BrokerOrderStatus.CANCELLED, why, now));
        arrive(old.get().replacedBy(request, now), request.marketPrice(), now);
    }

    /**
     * Protects the position with orders that cancel one another, in the place of those that did until now; what
     * protects holders on the other side stays.
     */
    void protect(List<BrokerRequest> legs, Reason why, Instant now) {
        if (legs.stream().anyMatch(leg -> orders.find(leg.clientOrderId()).isPresent())) {
            return;
        }
        int closing = legs.isEmpty()
                ? -held().position().signum()
                : legs.getFirst().terms().side().sign();
        for (PaperBookOrder order : orders.working()) {
            if (order.isLeg() && order.terms().side().sign() == closing) {
                orders.change(order.ended(BrokerOrderStatus.CANCELLED, why, now));
            }
        }
        Map<String, String> byHolder = new HashMap<>();
        for (BrokerRequest leg : legs) {
            String bracket = byHolder.computeIfAbsent(HeldLots.holder(leg.strategy()), _ -> leg.clientOrderId());
            orders.change(PaperBookOrder.arrived(leg, bracket, now));
        }
        brackets.fitTo(held(), now);
    }

    /** Ends the orders whose time is over. */
    void expire(Instant now) {
        for (PaperBookOrder order : orders.working()) {
            if (isOver(order, now)) {
                orders.end(order, BrokerOrderStatus.EXPIRED, TradeReason.EXPIRED_UNFILLED, now);
            }
        }
    }

    /** Fills what the candle reached. */
    void onCandle(BrokerCandle candle) {
        candles.meet(candle);
    }

    /** Net position in lots, negative when short. */
    BigDecimal position() {
        return held().position();
    }

    /** Who holds how much of it. */
    HeldLots held() {
        return fills.held();
    }

    Optional<PaperBookOrder> order(String clientOrderId) {
        return orders.find(clientOrderId);
    }

    /** Orders that are new, were filled or ended, in the order in which it happened. */
    List<PaperBookOrder> changed() {
        return orders.changed();
    }

    /** Orders that only saw another candle. */
    List<PaperBookOrder> onlyPriced() {
        return orders.onlyPriced();
    }

    private void arrive(PaperBookOrder order, BigDecimal middle, Instant now) {
        Optional<String> fault = fault(order);
        if (fault.isPresent()) {
            reject(order, TradeReason.BROKER_REJECTED.reason(fault.get()), now);
            return;
        }
        orders.change(order);
        if (isOver(order, now)) {
            orders.end(order, BrokerOrderStatus.EXPIRED, TradeReason.EXPIRED_UNFILLED, now);
            return;
        }
        if (!isAllOrNothing(order) || fills.portion(order).equals(order.terms().lots())) {
            fills.meet(order, PriceRange.at(middle), now);
        }
        if (order.terms().timeInForce().endsOnArrival() && orders.current(order).isWorking()) {
            orders.end(orders.current(order), BrokerOrderStatus.CANCELLED, TradeReason.UNFILLED_AT_ONCE, now);
        }
        brackets.fitTo(fills.held(), now);
    }

    private void reject(PaperBookOrder order, Reason why, Instant now) {
        orders.change(order.ended(BrokerOrderStatus.REJECTED, why, now));
    }

    private static boolean isAllOrNothing(PaperBookOrder order) {
        return order.terms().timeInForce() == TimeInForce.FOK;
    }

    private static boolean isOver(PaperBookOrder order, Instant now) {
        Instant end = order.terms().expiresAt();
        return end != null && !end.isAfter(now);
    }

    private Optional<String> fault(PaperBookOrder order) {
        TradeTerms wanted = order.terms();
        if (terms.rejectedSymbols().contains(instrument.symbol())) {
            return Optional.of("The paper broker is set to reject orders in " + instrument.symbol() + ".");
        }
        // What closes a position is taken in any whole number of steps, however the limits have changed since, and all
        // of a holding as it is.
        boolean tradable = wanted.reduceOnly()
                ? wanted.lots().isMultipleOf(instrument.lotStep())
                        || wanted.lots().equals(PaperBrackets.reducible(held(), order))
                : instrument.isTradable(wanted.lots());
        return tradable
                ? Optional.empty()
                : Optional.of("%s lots of %s are not %s to %s in steps of %s."
                        .formatted(
                                wanted.lots(),
                                instrument.symbol(),
                                instrument.minLot(),
                                instrument.maxLot(),
                                instrument.lotStep().toPlainString()));
    }
}
