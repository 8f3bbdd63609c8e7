package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;

/**
 * Why a trade has no size.
 *
 * @param cause stable name
 * @param message the cause in a sentence, with the figures of this trade
 */
public record Refusal(Cause cause, String message) {

    /** What kept a trade from being sized. */
    public enum Cause {
        NO_CONVERSION_RATE,
        BELOW_MINIMUM_LOT,
        STOP_MISSING,
        STOP_BELOW_ZERO,
        LOTS_MISSING,
        KELLY_FIGURES_MISSING,
        ATR_MISSING,
        FLAT_MARKET,
        NO_EDGE,
        NOT_ENOUGH_MARGIN
    }

    static Refusal stopMissing(String strategy) {
        return new Refusal(Cause.STOP_MISSING, strategy + " needs the distance of the stop in pips.");
    }

    static Refusal stopBelowZero(Trade trade, Pips stop) {
        return new Refusal(
                Cause.STOP_BELOW_ZERO,
                "A stop %s pips below %s would be at or below zero."
                        .formatted(stop, trade.entryPrice().toPlainString()));
    }

    static Refusal noConversion(Trade trade) {
        String from = trade.instrument().quote();
        String to = trade.account().currency();
        return new Refusal(
                Cause.NO_CONVERSION_RATE,
                "%s cannot be converted to %s: no price of %s, %s or two pairs that lead there."
                        .formatted(from, to, from + to, to + from));
    }

    static Refusal belowMinimumLot(Trade trade, Lots rawLots, BigDecimal minimumLotRisk) {
        Account account = trade.account();
        return new Refusal(
                Cause.BELOW_MINIMUM_LOT,
                "%s lots are less than the minimum lot %s, which would lose %s at the stop, %s %% of the equity."
                        .formatted(
                                rawLots,
                                trade.instrument().minLot(),
                                account.inWords(minimumLotRisk),
                                Amounts.percent(minimumLotRisk, account.equity())
                                        .toPlainString()));
    }

    static Refusal notEnoughMargin(Trade trade, BigDecimal minimumLotMargin) {
        Account account = trade.account();
        return new Refusal(
                Cause.NOT_ENOUGH_MARGIN,
                "The minimum lot %s takes a margin of %s, more than the equity of %s."
                        .formatted(
                                trade.instrument().minLot(),
                                account.inWords(minimumLotMargin),
                                account.inWords(account.equity())));
    }
}
