package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
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
 * <p>What protects the position is never for more than it: what is closed is taken from the oldest bracket first. An
 * order that closes all that was left is filled, whatever it was for.
 *
 * <p>Not safe for many threads; the store hands out one book at a time.
 */
final class PaperBook {

    private final Instrument instrument;
    private final PaperTerms terms;
    private final PaperPrices prices;
    private final Supplier<UUID> ids;
    private final Map<String, PaperBookOrder> orders = new LinkedHashMap<>();
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
    void submit(BrokerRequest request, Instant now) {
        if (!orders.containsKey(request.clientOrderId())) {
            arrive(PaperBookOrder.arrived(request, now), request.marketPrice(), now);
        }
    }

    /** Takes back what is unfilled; an order that is not known is noted, so that it is refused when it arrives. */
    void cancel(BrokerRequest request, Reason why, Instant now) {
        PaperBookOrder order = orders.get(request.clientOrderId());
        if (order == null) {
            change(PaperBookOrder.cancelledUnseen(request, why, now));
        } else if (order.isWorking()) {
            change(order.ended(BrokerOrderStatus.CANCELLED, why, now));
        }
    }

    /** Puts an order in the place of one that works and is filled as far as its sender knows; else rejects it. */
    void replace(String oldId, BigDecimal filledSoFar, BrokerRequest request, Reason why, Instant now) {
        if (orders.containsKey(request.clientOrderId())) {
            return;
        }
        PaperBookOrder old = orders.get(oldId);
        if (old == null || !old.isWorking() || old.filled().value().compareTo(filledSoFar) != 0) {
            reject(PaperBookOrder.arrived(request, now), TradeReason.REPLACED_TOO_LATE.reason(), now);
            return;
        }
        Optional<String> fault = fault(request.terms());
        if (fault.isPresent()) {
            reject(PaperBookOrder.arrived(request, now), TradeReason.BROKER_REJECTED.reason(fault.get()), now);
            return;
        }
        change(old.ended(BrokerOrderStatus.CANCELLED, why, now));
        arrive(old.replacedBy(request, now), request.marketPrice(), now);
    }

    /** Protects the position with orders that cancel one another, in the place of those that did until now. */
    void protect(List<BrokerRequest> legs, Reason why, Instant now) {
        if (legs.stream().anyMatch(leg -> orders.containsKey(leg.clientOrderId()))) {
            return;
        }
        for (PaperBookOrder order : working()) {
            if (order.isLeg()) {
                change(order.ended(BrokerOrderStatus.CANCELLED, why, now));
            }
        }
        for (BrokerRequest leg : legs) {
            change(PaperBookOrder.arrived(leg, legs.getFirst().clientOrderId(), now));
        }
        fitToPosition(now);
    }

    /** Ends the orders whose time is over. */
    void expire(Instant now) {
        for (PaperBookOrder order : working()) {
            if (isOver(order, now)) {
                end(order, BrokerOrderStatus.EXPIRED, TradeReason.EXPIRED_UNFILLED, now);
            }
        }
    }

    /** Fills what the candle reached. */
    void onCandle(BrokerCandle candle) {
        for (PaperBookOrder before : working()) {
            PaperBookOrder order = current(before);
            Optional<BrokerCandle> view = order.isWorking() ? view(order, candle) : Optional.empty();
            if (view.isEmpty()) {
                continue;
            }
            if (endsWithin(order, candle)) {
                end(order, BrokerOrderStatus.EXPIRED, TradeReason.EXPIRED_UNFILLED, candle.closeTime());
            } else {
                meet(order, Prices.of(view.get()), candle.closeTime());
                meetWithinSameCandle(order, view.get());
                follow(current(order), view.get());
                fitToPosition(candle.closeTime());
            }
            markPriced(order.clientOrderId(), candle.closeTime());
        }
    }

    /** Net position in lots, negative when short. */
    BigDecimal position() {
        return position;
    }

    Optional<PaperBookOrder> order(String clientOrderId) {
        return Optional.ofNullable(orders.get(clientOrderId));
    }

    /** Orders that are new, were filled or ended, in the order in which it happened. */
    List<PaperBookOrder> changed() {
        return changed.stream().map(orders::get).toList();
    }

    /** Orders that only saw another candle. */
    List<PaperBookOrder> onlyPriced() {
        return priced.stream()
                .filter(id -> !changed.contains(id))
                .map(orders::get)
                .toList();
    }

    private void arrive(PaperBookOrder order, BigDecimal middle, Instant now) {
        Optional<String> fault = fault(order.terms());
        if (fault.isPresent()) {
            reject(order, TradeReason.BROKER_REJECTED.reason(fault.get()), now);
            return;
        }
        change(order);
        if (isOver(order, now)) {
            end(order, BrokerOrderStatus.EXPIRED, TradeReason.EXPIRED_UNFILLED, now);
            return;
        }
        if (!isAllOrNothing(order) || portion(order).equals(order.terms().lots())) {
            meet(order, new Prices(middle, middle, middle), now);
        }
        if (order.terms().timeInForce().endsOnArrival() && current(order).isWorking()) {
            end(current(order), BrokerOrderStatus.CANCELLED, TradeReason.UNFILLED_AT_ONCE, now);
        }
        fitToPosition(now);
    }

    private void reject(PaperBookOrder order, Reason why, Instant now) {
        change(order.ended(BrokerOrderStatus.REJECTED, why, now));
    }

    /** Stops first: where stop and target lie in one candle, the stop is taken for the one that came first. */
    private List<PaperBookOrder> working() {
        return orders.values().stream()
                .filter(PaperBookOrder::isWorking)
                .sorted(Comparator.comparingInt(PaperBook::rank))
                .toList();
    }

    private static int rank(PaperBookOrder order) {
        if (!order.terms().reduceOnly()) {
            return 2;
        }
        return order.terms().type() == OrderType.LIMIT ? 1 : 0;
    }

    /** The part of a candle an order may be filled from. */
    private static Optional<BrokerCandle> view(PaperBookOrder order, BrokerCandle candle) {
        Instant began = order.acceptedAt();
        Instant until = order.pricedUntil();
        Instant since = until == null ? began : until;
        if (since == null || !candle.closeTime().isAfter(since)) {
            return Optional.empty();
        }
        if (!candle.openTime().isBefore(since)) {
            return Optional.of(candle);
        }
        // An order that has met candles of this time knows it already from shorter ones.
        return until == null ? Optional.of(candle.closeOnly()) : Optional.empty();
    }

    private void meet(PaperBookOrder order, Prices range, Instant at) {
        Optional<BigDecimal> price = price(order, range);
        if (price.isPresent()) {
            fill(order, price.get(), at);
        } else if (order.terms().type() == OrderType.STOP_LIMIT && !order.triggered() && isReached(order, range)) {
            change(order.reached(at));
        }
    }

    private void fill(PaperBookOrder order, BigDecimal price, Instant at) {
        Lots lots = portion(order);
        if (lots.isZero()) {
            end(order, BrokerOrderStatus.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
            return;
        }
        PaperBookOrder taken = closesAll(order, lots)
                ? order.sized(new Lots(order.filled().value().add(lots.value())), at)
                : order;
        PaperBookOrder filled = taken.executed(executions(lots, price, at), at);
        change(filled);
        position = position.add(signed(order.terms().side(), lots));
        if (filled.isLeg()) {
            settleBracket(filled, lots, at);
        } else {
            protect(filled, lots, price, at);
        }
    }

    /** Whether an order that only reduces closes with these lots all that is left. */
    private boolean closesAll(PaperBookOrder order, Lots lots) {
        return order.terms().reduceOnly()
                && lots.equals(reducibleBy(order.terms().side()));
    }

    /**
     * Moves a trailing stop behind the best price of the candle. When the candle ends beyond where the stop has come
     * to, the price has certainly passed it on its way from there.
     */
    private void follow(PaperBookOrder order, BrokerCandle view) {
        Pips distance = order.terms().trailingStop();
        if (distance == null || !order.isWorking() || order.triggered()) {
            return;
        }
        Side side = order.terms().side();
        BigDecimal best = side == Side.SELL ? view.high() : view.low();
        BigDecimal trigger = prices.behind(side, best, distance);
        if (trigger.subtract(order.terms().trigger()).signum() == -side.sign()) {
            PaperBookOrder followed = order.followed(trigger, view.closeTime());
            change(followed);
            if (prices.reaches(side, trigger, view.close())) {
                fill(followed, prices.atTrigger(side, trigger), view.closeTime());
                fitToPosition(view.closeTime());
            }
        }
    }

    /** The legs an order got within a candle: the stop may be met in it, the target may not. */
    private void meetWithinSameCandle(PaperBookOrder parent, BrokerCandle view) {
        List<PaperBookOrder> born = orders.values().stream()
                .filter(order -> order.isWorking()
                        && parent.clientOrderId().equals(order.parent())
                        && view.closeTime().equals(order.acceptedAt()))
                .toList();
        for (PaperBookOrder leg : born) {
            if (leg.terms().type() == OrderType.STOP && current(leg).isWorking()) {
                meet(leg, Prices.of(view), view.closeTime());
            }
        }
    }

    private Optional<BigDecimal> price(PaperBookOrder order, Prices range) {
        TradeTerms wanted = order.terms();
        Side side = wanted.side();
        if (order.isAtMarket()) {
            return Optional.of(prices.market(side, range.first));
        }
        if (order.isAtLimit()) {
            return prices.limit(side, wanted.limit(), range.first, range.best(side));
        }
        if (!isReached(order, range)) {
            return Optional.empty();
        }
        return wanted.type() == OrderType.STOP
                ? prices.stop(side, wanted.trigger(), range.first, range.worst(side))
                : prices.stopLimit(side, wanted.trigger(), wanted.limit(), range.first, range.best(side));
    }

    private boolean isReached(PaperBookOrder order, Prices range) {
        Side side = order.terms().side();
        return prices.reaches(side, order.terms().trigger(), range.worst(side));
    }

    private static boolean isAllOrNothing(PaperBookOrder order) {
        return order.terms().timeInForce() == TimeInForce.FOK;
    }

    /** What is filled at one occasion. */
    private Lots portion(PaperBookOrder order) {
        Lots open = order.unfilled();
        if (order.terms().reduceOnly()) {
            open = open.min(reducibleBy(order.terms().side()));
        }
        Lots share =
                instrument.roundLotsDown(new Lots(order.terms().lots().value().multiply(terms.fillFraction())));
        return open.min(share.isZero() ? new Lots(instrument.lotStep()) : share);
    }

    private List<BrokerExecution> executions(Lots lots, BigDecimal price, Instant at) {
        Lots largest = terms.maxLotsPerFill() == null ? lots : terms.maxLotsPerFill();
        List<BrokerExecution> executions = new ArrayList<>();
        BigDecimal left = lots.value();
        while (left.signum() > 0) {
            Lots part = new Lots(left).min(largest);
            executions.add(new BrokerExecution(ids.get(), part, price, prices.commission(part), at));
            left = left.subtract(part.value());
        }
        return executions;
    }

    /** Places the legs that protect what was just filled. */
    private void protect(PaperBookOrder order, Lots lots, BigDecimal price, Instant at) {
        TradeTerms wanted = order.terms();
        Optional<BigDecimal> stop = stopOf(wanted, price);
        BigDecimal target = wanted.protection().takeProfitPrice();
        int number = order.executions().size();
        String bracket = "%s-%d".formatted(order.clientOrderId(), number);
        stop.ifPresent(trigger -> change(order.leg("-SL" + number, bracket, wanted.stopLoss(trigger, lots), at)));
        if (target != null) {
            change(order.leg("-TP" + number, bracket, wanted.takeProfit(target, lots), at));
        }
    }

    /** Where the stop of a fill lies: at its price, or at the distance at which it follows. */
    private Optional<BigDecimal> stopOf(TradeTerms wanted, BigDecimal price) {
        BigDecimal stated = wanted.protection().stopLossPrice();
        Pips distance = wanted.protection().trailingStop();
        if (stated != null || distance == null) {
            return Optional.ofNullable(stated);
        }
        return Optional.of(prices.from(wanted.side().opposite(), price, distance));
    }

    /** One leg was filled: the others want that much less, and nothing once the position is closed. */
    private void settleBracket(PaperBookOrder filled, Lots lots, Instant at) {
        TradeReason reached =
                filled.terms().type() == OrderType.STOP ? TradeReason.STOP_TRIGGERED : TradeReason.TARGET_REACHED;
        for (PaperBookOrder leg : legs(filled.bracketOfLeg())) {
            if (!leg.clientOrderId().equals(filled.clientOrderId())) {
                shorten(leg, position.signum() == 0 ? leg.unfilled().value() : lots.value(), reached, at);
            }
        }
    }

    /**
     * Ends the orders that have nothing to reduce any more, and makes those smaller that protect more than there is.
     */
    private void fitToPosition(Instant at) {
        for (PaperBookOrder order : working()) {
            if (order.terms().reduceOnly() && reducibleBy(order.terms().side()).isZero()) {
                end(order, BrokerOrderStatus.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
            }
        }
        BigDecimal tooMuch = protectedLots().subtract(position.abs());
        for (String bracket : brackets()) {
            if (tooMuch.signum() > 0) {
                BigDecimal cut = tooMuch.min(unfilledOf(bracket));
                legs(bracket).forEach(leg -> shorten(leg, cut, TradeReason.NOTHING_TO_REDUCE, at));
                tooMuch = tooMuch.subtract(cut);
            }
        }
    }

    /** A leg for that much less; it ends when nothing of it is left. */
    private void shorten(PaperBookOrder leg, BigDecimal cut, TradeReason why, Instant at) {
        if (leg.unfilled().value().compareTo(cut) <= 0) {
            end(leg, BrokerOrderStatus.CANCELLED, why, at);
        } else {
            change(leg.sized(new Lots(leg.terms().lots().value().subtract(cut)), at));
        }
    }

    private BigDecimal protectedLots() {
        return brackets().stream().map(this::unfilledOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the legs of a bracket still want, each of them the same. */
    private BigDecimal unfilledOf(String bracket) {
        return legs(bracket).getFirst().unfilled().value();
    }

    /** The brackets that have legs at work, oldest first. */
    private List<String> brackets() {
        return orders.values().stream()
                .filter(order -> order.isWorking() && order.isLeg())
                .sorted(Comparator.comparing(PaperBookOrder::acceptedAt, Comparator.nullsFirst(Instant::compareTo)))
                .map(PaperBookOrder::bracketOfLeg)
                .distinct()
                .toList();
    }

    /** The legs of a bracket that are at work. */
    private List<PaperBookOrder> legs(String bracket) {
        return orders.values().stream()
                .filter(order -> order.isWorking() && bracket.equals(order.bracket()))
                .toList();
    }

    private Lots reducibleBy(Side side) {
        return position.signum() == -side.sign() ? new Lots(position.abs()) : Lots.ZERO;
    }

    private Optional<String> fault(TradeTerms wanted) {
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

    private static boolean isOver(PaperBookOrder order, Instant now) {
        Instant end = order.terms().expiresAt();
        return end != null && !end.isAfter(now);
    }

    /** Whether the order did not live to the end of the candle; when in it a price was reached is not known. */
    private static boolean endsWithin(PaperBookOrder order, BrokerCandle candle) {
        Instant end = order.terms().expiresAt();
        return end != null && end.isBefore(candle.closeTime());
    }

    private void end(PaperBookOrder order, BrokerOrderStatus status, TradeReason reason, Instant at) {
        change(order.ended(status, reason.reason(), at));
    }

    /** The order as it is by now; what was listed before may have been filled or ended since. */
    private PaperBookOrder current(PaperBookOrder listed) {
        return orders.getOrDefault(listed.clientOrderId(), listed);
    }

    private void change(PaperBookOrder order) {
        orders.put(order.clientOrderId(), order);
        changed.add(order.clientOrderId());
    }

    private void markPriced(String clientOrderId, Instant until) {
        for (PaperBookOrder order : List.copyOf(orders.values())) {
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

        /** The price the side would like most. */
        BigDecimal best(Side side) {
            return side == Side.BUY ? low : high;
        }

        BigDecimal worst(Side side) {
            return side == Side.BUY ? high : low;
        }

        static Prices of(BrokerCandle candle) {
            return new Prices(candle.open(), candle.high(), candle.low());
        }
    }
}
