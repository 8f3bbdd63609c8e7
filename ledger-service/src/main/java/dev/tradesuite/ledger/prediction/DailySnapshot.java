package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio was worth on a day, at the end of the newest cycle of it.
 *
 * @param day UTC
 * @param takenAt end of that cycle
 * @param cash USD
 * @param positionsValue open positions at the price they could be sold for
 * @param realisedPnl since the portfolio was opened
 * @param floatingPnl of the open positions
 * @param openPositions number of them
 * @param oldestMarkAt time of the oldest price the value rests on; absent without positions
 * @param label PAPER or SIMULATED
 */
public record DailySnapshot(
        LocalDate day,
        Instant takenAt,
        BigDecimal cash,
        BigDecimal positionsValue,
        BigDecimal realisedPnl,
        BigDecimal floatingPnl,
        int openPositions,
        @Nullable Instant oldestMarkAt,
        RunLabel label) {

    static DailySnapshot of(Portfolio portfolio, RunLabel label, Instant now) {
        return new DailySnapshot(
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                portfolio.funds().cash(),
                portfolio.positionsValue(),
                portfolio.funds().realisedPnl(),
                portfolio.floatingPnl(),
                portfolio.positions().size(),
                portfolio.oldestMarkAt().orElse(null),
                label);
    }

    /** Cash plus positionsValue. */
    public BigDecimal value() {
        return cash.add(positionsValue);
    }
}
