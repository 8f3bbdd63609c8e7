package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.OrderReservations.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Changes orders that work. The changed order is a new one, with a reservation of its own, that takes the place of the
 * old one at the broker; until it has, the old one stands.
 */
public final class OrderChangeService {

    private final TradeOrders orders;
    private final OrderService service;
    private final Brokers brokers;
    private final Submission submission;
    private final OrderReservations reservations;
    private final ClosingPrices prices;
    private final PriceGuard guard;
    private final InstrumentCatalog catalog;
    private final OrderSizeLimit limit;
    private final OrderReconciliation reconciliation;

    OrderChangeService(
            TradeOrders orders,
            OrderService service,
            Brokers brokers,
            Submission submission,
            OrderReservations reservations,
            ClosingPrices prices,
            PriceGuard guard,
            InstrumentCatalog catalog,
            OrderSizeLimit limit,
            OrderReconciliation reconciliation) {
        this.orders = orders;
        this.service = service;
        this.brokers = brokers;
        this.submission = submission;
        this.reservations = reservations;
        this.prices = prices;
        this.guard = guard;
        this.catalog = catalog;
        this.limit = limit;
        this.reconciliation = reconciliation;
    }

    /** What came of a change. */
    public sealed interface Result {

        /** There is a new order; whether it took the place of the old one, it says itself. */
        record Ordered(TradeOrder order) implements Result {}

        /** There is no such order. */
        record Unknown() implements Result {}

        /** It cannot be changed as it stands. */
        record NotWorking(TradeOrder order) implements Result {}

        /** The change makes no sense for this order. */
        record Refused(Reason why) implements Result {}

        /** Not now. */
        record NotNow(Reason why) implements Result {}
    }

    /**
     * Puts a changed order in the place of one that works.
     *
     * @param opened told of the new order in the transaction that opens it
     * @param ended told of it in the transaction that brings it to the broker or ends it
     */
    public Result replace(UUID id, OrderChange change, Consumer<TradeOrder> opened, Consumer<TradeOrder> ended) {
        Optional<TradeOrder> found = orders.find(id);
        if (found.isEmpty()) {
            return new Result.Unknown();
        }
        if (!reconciliation.isDone()) {
            return new Result.NotNow(TradeReason.ORDERS_RECONCILING.reason());
        }
        TradeOrder old = found.get();
        if (!old.isWorking()) {
            return new Result.NotWorking(old);
        }
        BigDecimal market = market(old, change);
        Optional<String> fault = change.fault(old, market);
        if (fault.isPresent()) {
            return new Result.Refused(TradeReason.BROKER_LACKS.reason(fault.get()));
        }
        Optional<Reason> obstacle =
                farFromMarket(old, change, market).or(() -> limit.refusal(old, change.appliedTo(old)));
        if (obstacle.isPresent()) {
            return new Result.Refused(obstacle.get());
        }
        OrderOrigin origin = old.origin().replacing(id, market);
        TradeOrder next = service.openAt(old.venue(), change.appliedTo(old), origin, opened);
        // A protective order loses nothing the reservation of its parent did not hold; trading states have a say.
        Outcome outcome = next.isProtective()
                ? reservations.mayProtect(next.origin(), next.terms(), next.wantedPrice())
                : reservations.reserve(next, old);
        return new Result.Ordered(
                switch (outcome) {
                    case Outcome.Denied(Reason why) -> service.end(next, OrderStatus.DENIED, why, ended);
                    // What only reduces a position is not kept from it because risk is silent.
                    case Outcome.Unanswered(Reason why) ->
                        next.terms().reduceOnly()
                                ? replaced(old, next, ended)
                                : service.end(next, OrderStatus.CANCELLED, why, ended);
                    case Outcome.Reserved() -> replaced(old, next, ended);
                });
    }

    /** Whether the price that is stated, or one at which the order would be filled at once, cannot be meant. */
    private Optional<Reason> farFromMarket(TradeOrder old, OrderChange change, BigDecimal market) {
        Instrument instrument = catalog.find(old.terms().symbol()).orElse(null);
        if (instrument == null) {
            return Optional.empty();
        }
        TradeTerms terms = change.appliedTo(old);
        boolean atOnce = terms.expectedFill(market).compareTo(market) == 0;
        return Stream.of(change.marketPrice(), atOnce ? change.limitPrice() : null, atOnce ? change.stopPrice() : null)
                .filter(Objects::nonNull)
                .flatMap(price -> guard.look(instrument, price) instanceof PriceGuard.Look.Far(Reason why)
                        ? Stream.of(why)
                        : Stream.empty())
                .findFirst();
    }

    private BigDecimal market(TradeOrder old, OrderChange change) {
        if (change.marketPrice() != null) {
            return change.marketPrice();
        }
        String symbol = old.terms().symbol();
        ClosingPrice newest = prices.newest(List.of(symbol)).get(symbol);
        return newest == null ? old.origin().marketPrice() : newest.price();
    }

    private TradeOrder replaced(TradeOrder old, TradeOrder next, Consumer<TradeOrder> ended) {
        Broker broker = brokers.of(old);
        return service.send(
                        next,
                        () -> submission.insist(
                                broker,
                                next,
                                () -> broker.replace(
                                        old.request(),
                                        old.filledLots().value(),
                                        next.request(),
                                        TradeReason.ORDER_REPLACED.reason())),
                        sent -> ended.accept(sent.order()))
                .order();
    }
}
