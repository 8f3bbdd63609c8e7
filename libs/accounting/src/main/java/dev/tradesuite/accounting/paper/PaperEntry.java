package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a position was entered; it does not change while it is open.
 *
 * @param direction LONG or SHORT
 * @param quantity units of the base, above 0, 8 decimals
 * @param price in the middle of the market
 * @param at time of the fill
 * @param notional quantity x price in the account currency
 * @param fee of the entry in the account currency
 * @param stopLoss price at which it ends with a loss; absent for none
 * @param takeProfit price at which it ends with a profit; absent for none
 */
public record PaperEntry(
        Direction direction,
        BigDecimal quantity,
        BigDecimal price,
        Instant at,
        BigDecimal notional,
        BigDecimal fee,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit) {

    public PaperEntry {
        if (direction == Direction.FLAT || quantity.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a position is long or short and above 0, was " + direction + " " + quantity.toPlainString());
        }
        quantity = Amounts.stripped(quantity);
        price = Amounts.stripped(price);
        notional = Amounts.even(notional);
        fee = Amounts.even(fee);
        stopLoss = stopLoss == null ? null : Amounts.stripped(stopLoss);
        takeProfit = takeProfit == null ? null : Amounts.stripped(takeProfit);
    }

    /**
     * Profit at a price in the account currency, before costs: quantity x price difference x rate, half-even.
     *
     * @param rate from the quote currency to that of the account
     */
    public BigDecimal profitAt(BigDecimal other, CurrencyConversion rate) {
        BigDecimal move = other.subtract(price).multiply(BigDecimal.valueOf(direction.sign()));
        return rate.convert(move.multiply(quantity), RoundingMode.HALF_EVEN);
    }

    /** Whether a price is at the stop or beyond it. */
    boolean isStoppedAt(BigDecimal other) {
        return PaperSignal.reaches(stopLoss, other, -direction.sign());
    }

    /** Whether a price is at the target or beyond it. */
    boolean isOnTargetAt(BigDecimal other) {
        return PaperSignal.reaches(takeProfit, other, direction.sign());
    }
}
