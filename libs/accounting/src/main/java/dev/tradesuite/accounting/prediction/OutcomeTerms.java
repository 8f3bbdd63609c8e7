package dev.tradesuite.accounting.prediction;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order wants, and how its money is cut.
 *
 * @param side BUY opens a position, SELL closes the whole of one
 * @param market market and outcome
 * @param stake USD to spend on shares; there for a BUY
 * @param price per share, above 0 and below 1
 * @param exitPrice what the shares of a BUY could be sold for at once; absent when nobody bids
 * @param quotedAt when these prices were true; absent: when the order is filled
 * @param feePercent fee of the venue, of the amount traded
 * @param label PAPER or SIMULATED
 * @param because why, in a sentence
 */
public record OutcomeTerms(
        Side side,
        MarketOutcome market,
        @Nullable BigDecimal stake,
        BigDecimal price,
        @Nullable BigDecimal exitPrice,
        @Nullable Instant quotedAt,
        BigDecimal feePercent,
        RunLabel label,
        String because) {

    private static final int SHARE_DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public OutcomeTerms {
        if ((side == Side.BUY) != (stake != null)) {
            throw new IllegalArgumentException("a BUY has a stake, a SELL has none");
        }
    }

    /** Shares the stake of a BUY pays for: stake / price, rounded down to a millionth. */
    public BigDecimal sharesBought() {
        return stakeOfBuy().divide(price, SHARE_DECIMALS, RoundingMode.DOWN);
    }

    /** What a BUY takes from the cash: the stake and the fee on it. It is also the most that can be lost. */
    public BigDecimal cost() {
        return Amounts.up(stakeOfBuy().add(feeOfBuy()));
    }

    /** Fee of a BUY: a part of its stake. */
    public BigDecimal feeOfBuy() {
        return fee(stakeOfBuy());
    }

    /** What so many shares are sold for before the fee. */
    BigDecimal amountOfSale(BigDecimal shares) {
        return Amounts.down(shares.multiply(price));
    }

    /** Fee on an amount traded. */
    BigDecimal fee(BigDecimal amount) {
        return Amounts.up(amount.multiply(feePercent).divide(HUNDRED));
    }

    /** When the prices were true, as far as that is known, and never later than now. */
    Instant quotedAt(Instant now) {
        return quotedAt == null || quotedAt.isAfter(now) ? now : quotedAt;
    }

    /** Mark of what is bought now: what it could be sold for; absent while nobody bids. */
    @Nullable
    OutcomeMark firstMark(Instant now) {
        return exitPrice == null || exitPrice.signum() == 0 ? null : new OutcomeMark(exitPrice, quotedAt(now));
    }

    /** Says whether the bid is above the ask, which cannot be. */
    boolean isCrossed() {
        return exitPrice != null && exitPrice.compareTo(price) > 0;
    }

    private BigDecimal stakeOfBuy() {
        return Objects.requireNonNull(stake, "a SELL has no stake");
    }
}
