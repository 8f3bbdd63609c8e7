package dev.tradesuite.orchestrator.order.paper;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.Bar;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import dev.tradesuite.orchestrator.order.BrokerOrder.Standing;
import dev.tradesuite.orchestrator.order.OrderTerms;
import dev.tradesuite.orchestrator.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The orders and the net position of one account in one instrument, and how they meet the market.
 *
 * <p>Rules where a candle leaves open what came first are to the trader's disadvantage: a stop is met before a target,
 * an order filled within a candle may be stopped out in the same candle but takes no profit in it. A candle that began
 * before the order did counts with its close only, because the rest of it may be older than the order.
 *
 * <p>Not safe for many threads; the store hands out one book at a time.
 */
final class PaperBook {

    private final Instrument instrument;
    private final PaperTerms terms;
    private final PaperPrices prices;
    private final Supplier<UUID> ids;
    private final Map<String, PaperOrder> orders = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> priced = new LinkedHashSet<>();
    private BigDecimal position;

    /**
     * @param state what is kept of the book: at least its working orders and all legs of their brackets
     * @param ids makes the ids of executions
     */
    PaperBook(Instrument instrument, PaperTerms terms, PaperState state, Supplier<UUID> ids) {
        this.instrument = instrument;
        this.terms = terms;
        this.prices = new PaperPrices(instrument, terms);
        this.ids = ids;
        this.position = state.position();
        state.orders().forEach(order -> orders.put(order.clientOrderId(), order));
    }

    /** Takes an order and fills what can be filled at once. An order that is known already stands as it is. */
    void submit(String clientOrderId, String accountId, OrderTerms wanted, BigDecimal middle, Instant now) {
        if (orders.containsKey(clientOrderId)) {
            return;
        }
        PaperOrder order = PaperOrder.arrived(clientOrderId, accountId, wanted, now);
        Optional<String> fault = fault(wanted);
        if (fault.isPresent()) {
            change(order.ended(Standing.REJECTED, TradeReason.BROKER_REJECTED.reason(fault.get()), now));
            return;
        }
        change(order);
        if (isOver(order, now)) {
            end(order, Standing.EXPIRED, TradeReason.EXPIRED_UNFILLED, now);
        } else {
            meet(order, new Prices(middle, middle, middle), now);
            cancelWhatReducesNothing(now);
        }
    }

    /** Takes back what is unfilled; an order that is not known is noted, so that it is refused when it arrives. */
    void cancel(String clientOrderId, String accountId, OrderTerms wanted, Reason why, Instant now) {
        PaperOrder order = orders.get(clientOrderId);
        if (order == null) {
            change(PaperOrder.cancelledUnseen(clientOrderId, accountId, wanted, why, now));
        } else if (order.isWorking()) {
            change(order.ended(Standing.CANCELLED, why, now));
        }
    }

    /** Ends the orders whose time is over. */
    void expire(Instant now) {
        for (PaperOrder order : working()) {
            if (isOver(order, now)) {
                end(order, Standing.EXPIRED, TradeReason.EXPIRED_UNFILLED, now);
            }
        }
    }

    /** Fills what the candle reached. */
    void onBar(Bar bar) {
        for (PaperOrder before : working()) {
            PaperOrder order = current(before);
            Optional<Bar> view = order.isWorking() ? view(order, bar) : Optional.empty();
            if (view.isEmpty()) {
                continue;
            }
            if (endsWithin(order, bar)) {
                end(order, Standing.EXPIRED, TradeReason.EXPIRED_UNFILLED, bar.closeTime());
            } else {
                meet(order, Prices.of(view.get()), bar.closeTime());
                meetWithinSameBar(order, view.get());
                cancelWhatReducesNothing(bar.closeTime());
            }
            markPriced(order.clientOrderId(), bar.closeTime());
        }
    }

    /** Net position in lots, negative when short. */
    BigDecimal position() {
        return position;
    }

    Optional<PaperOrder> order(String clientOrderId) {
        return Optional.ofNullable(orders.get(clientOrderId));
    }

    /** Orders that are new, were filled or ended, in the order in which it happened. */
    List<PaperOrder> changed() {
        return changed.stream().map(orders::get).toList();
    }

    /** Orders that only saw another candle. */
    List<PaperOrder> onlyPriced() {
        return priced.stream()
                .filter(id -> !changed.contains(id))
                .map(orders::get)
                .toList();
    }

    /** Stops first: where stop and target lie in one candle, the stop is taken for the one that came first. */
    private List<PaperOrder> working() {
        return orders.values().stream()
                .filter(PaperOrder::isWorking)
                .sorted(Comparator.comparingInt(PaperBook::rank))
                .toList();
    }

    private static int rank(PaperOrder order) {
        if (!order.terms().reduceOnly()) {
            return 2;
        }
        return order.terms().type() == OrderType.LIMIT ? 1 : 0;
    }

    /** The part of a candle an order may be filled from. */
    private static Optional<Bar> view(PaperOrder order, Bar bar) {
        Instant began = order.acceptedAt();
        Instant until = order.pricedUntil();
        Instant since = until == null ? began : until;
        if (since == null || !bar.closeTime().isAfter(since)) {
            return Optional.empty();
        }
        if (!bar.openTime().isBefore(since)) {
            return Optional.of(bar);
        }
        // An order that has met candles of this time knows it already from shorter ones.
        return until == null ? Optional.of(bar.closeOnly()) : Optional.empty();
    }

    private void meet(PaperOrder order, Prices range, Instant at) {
        Optional<BigDecimal> price = price(order, range);
        if (price.isEmpty()) {
            return;
        }
        Lots lots = portion(order);
        if (lots.isZero()) {
            end(order, Standing.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
            return;
        }
        PaperOrder filled = order.executed(executions(lots, price.get(), at), at);
        change(filled);
        position = position.add(signed(order.terms().side(), lots));
        if (filled.isLeg()) {
            settleBracket(filled, at);
        } else {
            protect(filled, lots, at);
        }
    }

    /** The legs an order got within a candle: the stop may be met in it, the target may not. */
    private void meetWithinSameBar(PaperOrder parent, Bar view) {
        List<PaperOrder> born = orders.values().stream()
                .filter(order -> order.isWorking()
                        && parent.clientOrderId().equals(order.parent())
                        && view.closeTime().equals(order.acceptedAt()))
                .toList();
        for (PaperOrder leg : born) {
            if (leg.terms().type() == OrderType.STOP && current(leg).isWorking()) {
                meet(leg, Prices.of(view), view.closeTime());
            }
        }
    }

    private Optional<BigDecimal> price(PaperOrder order, Prices range) {
        Side side = order.terms().side();
        if (order.isAtMarket()) {
            return Optional.of(prices.market(side, range.first));
        }
        boolean buys = side == Side.BUY;
        BigDecimal stated = order.terms().statedPrice();
        return order.terms().type() == OrderType.LIMIT
                ? prices.limit(side, stated, range.first, buys ? range.low : range.high)
                : prices.stop(side, stated, range.first, buys ? range.high : range.low);
    }

    /** What is filled at one occasion. */
    private Lots portion(PaperOrder order) {
        Lots open = order.unfilled();
        if (order.bracket() != null) {
            open = open.min(unfilledOf(order.bracket()));
        }
        if (order.terms().reduceOnly()) {
            open = open.min(reducibleBy(order.terms().side()));
        }
        Lots share =
                instrument.roundLotsDown(new Lots(order.terms().lots().value().multiply(terms.fillFraction())));
        return open.min(share.isZero() ? new Lots(instrument.lotStep()) : share);
    }

    private List<Execution> executions(Lots lots, BigDecimal price, Instant at) {
        Lots largest = terms.maxLotsPerFill() == null ? lots : terms.maxLotsPerFill();
        List<Execution> executions = new ArrayList<>();
        BigDecimal left = lots.value();
        while (left.signum() > 0) {
            Lots part = new Lots(left).min(largest);
            executions.add(new Execution(ids.get(), part, price, prices.commission(part), at));
            left = left.subtract(part.value());
        }
        return executions;
    }

    /** Places the legs that protect what was just filled. */
    private void protect(PaperOrder order, Lots lots, Instant at) {
        BigDecimal stop = order.terms().protection().stopLossPrice();
        BigDecimal target = order.terms().protection().takeProfitPrice();
        String bracket =
                "%s-%d".formatted(order.clientOrderId(), order.executions().size());
        int number = order.executions().size();
        if (stop != null) {
            change(order.leg("-SL" + number, bracket, order.terms().stopLoss(stop, lots), at));
        }
        if (target != null) {
            change(order.leg("-TP" + number, bracket, order.terms().takeProfit(target, lots), at));
        }
    }

    /** One leg was filled: the others want that much less, and nothing once the position is closed. */
    private void settleBracket(PaperOrder filled, Instant at) {
        if (filled.bracket() == null || !unfilledOf(filled.bracket()).isZero()) {
            return;
        }
        TradeReason reached =
                filled.terms().type() == OrderType.STOP ? TradeReason.STOP_TRIGGERED : TradeReason.TARGET_REACHED;
        for (PaperOrder leg : bracket(filled.bracket())) {
            if (leg.isWorking()) {
                end(leg, Standing.CANCELLED, reached, at);
            }
        }
    }

    private void cancelWhatReducesNothing(Instant at) {
        for (PaperOrder order : working()) {
            if (order.terms().reduceOnly() && reducibleBy(order.terms().side()).isZero()) {
                end(order, Standing.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
            }
        }
    }

    private Lots unfilledOf(String bracket) {
        List<PaperOrder> legs = bracket(bracket);
        BigDecimal filled = legs.stream().map(leg -> leg.filled().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Lots(legs.getFirst().terms().lots().value().subtract(filled));
    }

    private List<PaperOrder> bracket(String bracket) {
        return orders.values().stream()
                .filter(order -> bracket.equals(order.bracket()))
                .toList();
    }

    private Lots reducibleBy(Side side) {
        return position.signum() == -side.sign() ? new Lots(position.abs()) : Lots.ZERO;
    }

    private Optional<String> fault(OrderTerms wanted) {
        if (terms.rejectedSymbols().contains(instrument.symbol())) {
            return Optional.of("The paper broker is set to reject orders in " + instrument.symbol() + ".");
        }
        // What closes a position is taken in any whole number of steps, however the limits have changed since.
        boolean tradable = wanted.reduceOnly()
                ? wanted.lots().isMultipleOf(instrument.lotStep())
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

    private static boolean isOver(PaperOrder order, Instant now) {
        Instant end = order.terms().expiresAt();
        return end != null && !end.isAfter(now);
    }

    /** Whether the order did not live to the end of the candle; when in it a price was reached is not known. */
    private static boolean endsWithin(PaperOrder order, Bar bar) {
        Instant end = order.terms().expiresAt();
        return end != null && end.isBefore(bar.closeTime());
    }

    private void end(PaperOrder order, Standing standing, TradeReason reason, Instant at) {
        change(order.ended(standing, reason.reason(), at));
    }

    /** The order as it is by now; what was listed before may have been filled or ended since. */
    private PaperOrder current(PaperOrder listed) {
        return orders.getOrDefault(listed.clientOrderId(), listed);
    }

    private void change(PaperOrder order) {
        orders.put(order.clientOrderId(), order);
        changed.add(order.clientOrderId());
    }

    private void markPriced(String clientOrderId, Instant until) {
        for (PaperOrder order : List.copyOf(orders.values())) {
            boolean met = order.clientOrderId().equals(clientOrderId) || clientOrderId.equals(order.parent());
            if (met && order.isWorking() && !until.equals(order.pricedUntil())) {
                orders.put(order.clientOrderId(), order.pricedUntil(until));
                priced.add(order.clientOrderId());
            }
        }
    }

    private static BigDecimal signed(Side side, Lots lots) {
        return lots.value().multiply(BigDecimal.valueOf(side.sign()));
    }

    /** Where the market was: first price, highest and lowest. */
    private record Prices(BigDecimal first, BigDecimal high, BigDecimal low) {

        static Prices of(Bar bar) {
            return new Prices(bar.open(), bar.high(), bar.low());
        }
    }
}
