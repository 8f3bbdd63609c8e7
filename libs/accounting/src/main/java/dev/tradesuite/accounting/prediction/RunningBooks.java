package dev.tradesuite.accounting.prediction;

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

/**
 * The books of a portfolio while one thing after the other is booked; the whole is one change of them. Used by one
 * thread.
 */
public final class RunningBooks {

    private final Portfolio before;
    private final UUID cycleId;
    private final Supplier<UUID> ids;
    private final Instant now;
    private PortfolioBooking booking;

    /** @param cycleId cycle that everything is booked for */
    public RunningBooks(Portfolio before, UUID cycleId, Supplier<UUID> ids, Instant now) {
        this.before = before;
        this.cycleId = cycleId;
        this.ids = ids;
        this.now = now;
        this.booking = PortfolioBooking.none(before);
    }

    /**
     * An order to fill.
     *
     * @param orderId order
     * @param terms what it wants
     */
    public record Entry(UUID orderId, OutcomeTerms terms) {}

    /** What was booked so far. */
    public PortfolioBooking booking() {
        return booking.isEmpty() ? booking : booking.asOneChangeOf(before);
    }

    /** Values and settles. */
    public void mark(List<OutcomeQuote> prices) {
        booking.portfolio().marked(prices, cycleId, ids, now).ifPresent(marked -> booking = booking.and(marked));
    }

    /**
     * Fills all of the orders, or none.
     *
     * @return why some of them cannot be filled, by order; empty when all were filled
     */
    public Map<UUID, Reason> fill(List<Entry> orders) {
        PortfolioBooking tried = booking;
        Map<UUID, Reason> denials = new LinkedHashMap<>();
        for (Entry order : orders) {
            Optional<Reason> denial = tried.portfolio().denialOf(order.terms());
            if (denial.isPresent()) {
                denials.put(order.orderId(), denial.get());
            } else {
                tried = tried.and(filled(tried.portfolio(), order));
            }
        }
        if (denials.isEmpty()) {
            booking = tried;
        }
        return denials;
    }

    /** Shares traded for an order that was filled here. */
    public BigDecimal sharesOf(UUID orderId) {
        return booking.trades().stream()
                .filter(trade -> orderId.equals(trade.origin().orderId()))
                .map(trade -> trade.figures().shares())
                .findFirst()
                .orElseThrow();
    }

    private PortfolioBooking filled(Portfolio books, Entry order) {
        return order.terms().side() == Side.BUY
                ? books.bought(order.terms(), order.orderId(), cycleId, ids, now)
                : books.sold(order.terms(), order.orderId(), cycleId, ids, now);
    }
}
