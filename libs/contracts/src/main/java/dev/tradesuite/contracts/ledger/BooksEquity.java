package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.EquityResolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account or a portfolio was worth over time. {@code GET /api/v1/accounts/{id}/equity} and {@code GET
 * /portfolios/{id}/equity}.
 *
 * @param accountId account; absent for a portfolio
 * @param portfolioId portfolio; absent for an account
 * @param currency of every amount
 * @param resolution each point is the last of five minutes, an hour or a day (UTC)
 * @param label of the newest point; absent without any
 * @param points oldest first; stretches in which nothing changed have none
 * @param nextCursor to send as {@code cursor} for the points before these; absent on the last page
 * @param reason why there is none
 */
public record BooksEquity(
        @Nullable String accountId,
        @Nullable Long portfolioId,
        String currency,
        EquityResolution resolution,
        @Nullable RunLabel label,
        List<WorthAt> points,
        @Nullable String nextCursor,
        @Nullable Reason reason) {

    public BooksEquity {
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param timestamp the moment it is of
     * @param equity balance + floatingPnl
     * @param balance cash; of a portfolio what its positions have cost included
     * @param floatingPnl open profit
     * @param netCashFlow cash paid in less cash paid out so far
     * @param returnPct since the books were opened, cash flows taken out; absent once equity has fallen to zero or
     *     below
     * @param drawdownPct from the highest return so far, 0 or negative; absent with it
     * @param label what its trades are
     */
    public record WorthAt(
            Instant timestamp,
            BigDecimal equity,
            BigDecimal balance,
            BigDecimal floatingPnl,
            BigDecimal netCashFlow,
            @Nullable Double returnPct,
            @Nullable Double drawdownPct,
            RunLabel label) {}
}
