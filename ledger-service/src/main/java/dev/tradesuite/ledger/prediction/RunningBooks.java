package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.MarketPrice;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.accounting.prediction.PortfolioBooking;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The books of a portfolio while one thing after the other is booked; the whole is one change of them. */
final class RunningBooks {

    private final Portfolio before;
    private final UUID cycleId;
    private final Supplier<UUID> ids;
    private final Instant now;
    private PortfolioBooking booking;

    RunningBooks(Portfolio before, UUID cycleId, Supplier<UUID> ids, Instant now) {
        this.before = before;
        this.cycleId = cycleId;
        this.ids = ids;
        this.now = now;
        this.booking = PortfolioBooking.none(before);
    }

    /** What was booked so far. */
    PortfolioBooking booking() {
        return booking.isEmpty() ? booking : booking.asOneChangeOf(before);
    }

    /** Values and settles. */
    void mark(List<MarketPrice> prices) {
        booking.portfolio().marked(prices, cycleId, ids, now).ifPresent(marked -> booking = booking.and(marked));
    }

    /**
     * Fills all of the orders, or none.
     *
     * @return why some of them cannot be filled, by order; empty when all were filled
     */
    Map<UUID, Reason> fill(List<OutcomeOrder> orders) {
        PortfolioBooking tried = booking;
        Map<UUID, Reason> denials = new LinkedHashMap<>();
        for (OutcomeOrder order : orders) {
            Optional<Reason> denial = tried.portfolio().denialOf(order.terms());
            if (denial.isPresent()) {
                denials.put(order.id(), denial.get());
            } else {
                tried = tried.and(filled(tried.portfolio(), order.terms(), order.id()));
            }
        }
        if (denials.isEmpty()) {
            booking = tried;
        }
        return denials;
    }

    /** Shares traded for an order that was filled here. */
    BigDecimal sharesOf(UUID orderId) {
        return booking.trades().stream()
                .filter(trade -> orderId.equals(trade.origin().orderId()))
                .map(trade -> trade.figures().shares())
                .findFirst()
                .orElseThrow();
    }

    private PortfolioBooking filled(Portfolio books, OutcomeTerms terms, UUID orderId) {
        return terms.side() == Side.BUY
                ? books.bought(terms, orderId, cycleId, ids, now)
                : books.sold(terms, orderId, cycleId, ids, now);
    }
}
