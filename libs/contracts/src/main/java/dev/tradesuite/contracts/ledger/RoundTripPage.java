package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.TradeOutcome;
import dev.tradesuite.contracts.signals.UnavailableField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was opened and closed again, the newest first. {@code GET /api/v1/accounts/{id}/round-trips} and {@code GET
 * /portfolios/{id}/round-trips}. Lots of an account are matched first in, first out.
 *
 * @param currency of every amount
 * @param roundTrips of this page
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 * @param unavailable fields that no round trip of these books has, or one of this page has not, with a code of
 *     {@link RoundTripReason}
 */
public record RoundTripPage(
        String currency, List<LedgerTrip> roundTrips, @Nullable String nextCursor, List<UnavailableField> unavailable) {

    public RoundTripPage {
        roundTrips = List.copyOf(roundTrips);
        unavailable = List.copyOf(unavailable);
    }

    /**
     * A round trip.
     *
     * @param id of it among those of its books
     * @param accountId account; absent for a portfolio
     * @param portfolioId portfolio; absent for an account
     * @param symbol instrument, or market
     * @param outcome of the market; absent for an instrument
     * @param side {@code long} or {@code short}
     * @param quantity lots of an instrument, shares of an outcome
     * @param entryPrice in the quote currency
     * @param entryTime when it was opened
     * @param exitPrice in the quote currency
     * @param exitTime when it was closed
     * @param durationSeconds from the entry to the exit
     * @param grossPnl profit of the price
     * @param fees of both ends, taken off the net profit
     * @param netPnl gross less fees
     * @param mae worst unrealised profit on the way
     * @param mfe best unrealised profit on the way
     * @param result what it brought
     * @param exitReason how it ended, such as {@code WON}; of an account a code of
     *     {@link dev.tradesuite.contracts.orchestrator.ExitReason}, absent when it was booked before fills told it
     * @param strategy that opened it; absent without one
     * @param entryOrderId order it was opened by
     * @param exitOrderId order it was closed by; absent when a market was settled
     * @param decisionId decision behind the order it was opened by
     * @param label what its trades are
     */
    public record LedgerTrip(
            String id,
            @Nullable String accountId,
            @Nullable Long portfolioId,
            String symbol,
            @Nullable String outcome,
            String side,
            BigDecimal quantity,
            BigDecimal entryPrice,
            Instant entryTime,
            BigDecimal exitPrice,
            Instant exitTime,
            long durationSeconds,
            BigDecimal grossPnl,
            BigDecimal fees,
            BigDecimal netPnl,
            @Nullable BigDecimal mae,
            @Nullable BigDecimal mfe,
            TradeOutcome result,
            @Nullable String exitReason,
            @Nullable String strategy,
            @Nullable UUID entryOrderId,
            @Nullable UUID exitOrderId,
            @Nullable UUID decisionId,
            RunLabel label) {}
}
