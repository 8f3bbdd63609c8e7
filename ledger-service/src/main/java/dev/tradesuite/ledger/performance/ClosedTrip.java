package dev.tradesuite.ledger.performance;

import dev.tradesuite.accounting.account.RoundTrip;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.quant.performance.TradeResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was opened and closed again, of an account or of a portfolio.
 *
 * @param id of it among those of its books
 * @param symbol instrument, or market
 * @param outcome of the market; absent for an instrument
 * @param direction LONG when it was bought first
 * @param size lots of an instrument, shares of an outcome
 * @param entry how it was opened
 * @param exit how it was closed
 * @param pnl what it brought, in the currency of the books
 * @param strategy that opened it; absent without one
 * @param label what the trades are
 */
public record ClosedTrip(
        String id,
        String symbol,
        @Nullable String outcome,
        Direction direction,
        BigDecimal size,
        End entry,
        End exit,
        Pnl pnl,
        @Nullable String strategy,
        RunLabel label) {

    /**
     * One end of it.
     *
     * @param at when
     * @param price in the quote currency
     * @param orderId its order; absent without one, as when a market was settled
     * @param reason why; absent when the books do not say
     */
    public record End(Instant at, BigDecimal price, @Nullable UUID orderId, @Nullable String reason) {}

    /**
     * What it brought.
     *
     * @param gross profit of the price
     * @param fees of both ends
     * @param net gross less fees
     */
    public record Pnl(BigDecimal gross, BigDecimal fees, BigDecimal net) {}

    /** A round trip of an account. */
    static ClosedTrip of(RoundTrip trip) {
        return new ClosedTrip(
                Long.toString(trip.number()),
                trip.symbol(),
                null,
                trip.direction(),
                trip.lots().value(),
                end(trip.entry(), null),
                end(trip.exit(), trip.exit().exitReason()),
                new Pnl(trip.grossPnl(), trip.fees(), trip.netPnl()),
                trip.entry().strategy(),
                trip.label());
    }

    private static End end(RoundTrip.Leg leg, @Nullable ExitReason why) {
        return new End(leg.at(), leg.price(), leg.orderId(), why == null ? null : why.name());
    }

    /** Its strategy as one asks for it; what none wanted is unassigned. */
    String holder() {
        return strategy == null ? StrategyHolding.UNASSIGNED : strategy;
    }

    /** What statistics are made of; a rebate is no cost, and what was told the other way round took no time. */
    TradeResult result() {
        Instant opened = entry.at().isAfter(exit.at()) ? exit.at() : entry.at();
        return new TradeResult(opened, exit.at(), pnl.net(), pnl.fees().max(BigDecimal.ZERO));
    }
}
