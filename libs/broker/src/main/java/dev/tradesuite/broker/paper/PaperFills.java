package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Fills orders from the prices they meet, and moves what is held with them. Not safe for many threads. */
final class PaperFills {

    private final Instrument instrument;
    private final PaperTerms terms;
    private final PaperPrices prices;
    private final PaperOrders orders;
    private final PaperBrackets brackets;
    private final Supplier<UUID> ids;
    private HeldLots held;

    /**
     * @param held who holds how much
     * @param ids makes the ids of executions
     */
    PaperFills(
            Instrument instrument,
            PaperTerms terms,
            PaperOrders orders,
            PaperBrackets brackets,
            HeldLots held,
            Supplier<UUID> ids) {
        this.instrument = instrument;
        this.terms = terms;
        this.prices = new PaperPrices(instrument, terms);
        this.orders = orders;
        this.brackets = brackets;
        this.held = held;
        this.ids = ids;
    }

    /** Who holds how much. */
    HeldLots held() {
        return held;
    }

    /** Fills the order when the prices reach it. */
    void meet(PaperBookOrder order, PriceRange range, Instant at) {
        Optional<BigDecimal> price = price(order, range);
        if (price.isPresent()) {
            fill(order, price.get(), at);
        } else if (order.terms().type() == OrderType.STOP_LIMIT && !order.triggered() && isReached(order, range)) {
            orders.change(order.reached(at));
        }
    }

    /** Fills what is filled at one occasion; an order that closes what is left wants no more than that. */
    void fill(PaperBookOrder order, BigDecimal price, Instant at) {
        PaperBookOrder fitting = fitting(order, at);
        Lots lots = portion(fitting);
        if (lots.isZero()) {
            orders.end(order, BrokerOrderStatus.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
            return;
        }
        PaperBookOrder filled = fitting.executed(executions(lots, price, at), at);
        orders.change(filled);
        held = held.after(
                lots.value().multiply(BigDecimal.valueOf(order.terms().side().sign())),
                order.strategy(),
                order.terms().reduceOnly());
        if (filled.isLeg()) {
            brackets.settle(filled, lots, held, at);
        } else {
            brackets.open(filled, lots, price, at);
        }
    }

    private PaperBookOrder fitting(PaperBookOrder order, Instant at) {
        if (!order.terms().reduceOnly()) {
            return order;
        }
        Lots most = PaperBrackets.reducible(held, order);
        return most.isZero() || !order.unfilled().isMoreThan(most) ? order : order.wanting(most, at);
    }

    /** What is filled at one occasion. */
    Lots portion(PaperBookOrder order) {
        Lots open = order.unfilled();
        if (order.terms().reduceOnly()) {
            open = open.min(PaperBrackets.reducible(held, order));
        }
        if (terms.fillFraction().compareTo(BigDecimal.ONE) == 0) {
            // All of it, also where a holding ends in a part of a lot step.
            return open;
        }
        Lots share =
                instrument.roundLotsDown(new Lots(order.terms().lots().value().multiply(terms.fillFraction())));
        return open.min(share.isZero() ? new Lots(instrument.lotStep()) : share);
    }

    private Optional<BigDecimal> price(PaperBookOrder order, PriceRange range) {
        TradeTerms wanted = order.terms();
        Side side = wanted.side();
        if (order.isAtMarket()) {
            return Optional.of(prices.market(side, range.first()));
        }
        if (order.isAtLimit()) {
            return prices.limit(side, wanted.limit(), range.first(), range.best(side));
        }
        if (!isReached(order, range)) {
            return Optional.empty();
        }
        return wanted.type() == OrderType.STOP
                ? prices.stop(side, wanted.trigger(), range.first(), range.worst(side))
                : prices.stopLimit(side, wanted.trigger(), wanted.limit(), range.first(), range.best(side));
    }

    private boolean isReached(PaperBookOrder order, PriceRange range) {
        Side side = order.terms().side();
        return prices.reaches(side, order.terms().trigger(), range.worst(side));
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
}
