package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;

/** Why trades have no size, each in a sentence with the figures of the trade. */
final class SizingRefusals {

    private SizingRefusals() {}

    static Reason stopMissing(String strategy) {
        return Reason.of(SizingReason.STOP_MISSING, strategy + " needs the distance of the stop in pips.");
    }

    static Reason stopBelowZero(SizingTrade trade, Pips stop) {
        return Reason.of(
                SizingReason.STOP_BELOW_ZERO,
                "A stop %s pips below %s would be at or below zero."
                        .formatted(stop, trade.entryPrice().toPlainString()));
    }

    static Reason noConversion(SizingTrade trade) {
        String from = trade.instrument().quote();
        String to = trade.account().currency();
        return Reason.of(
                SizingReason.NO_CONVERSION_RATE,
                "%s cannot be converted to %s: no price of %s, %s or two pairs that lead there."
                        .formatted(from, to, from + to, to + from));
    }

    static Reason belowMinimumLot(SizingTrade trade, Lots rawLots, BigDecimal minimumLotRisk) {
        SizingAccount account = trade.account();
        return Reason.of(
                SizingReason.BELOW_MINIMUM_LOT,
                "%s lots are less than the minimum lot %s, which would lose %s at the stop, %s %% of the equity."
                        .formatted(
                                rawLots,
                                trade.instrument().minLot(),
                                account.inWords(minimumLotRisk),
                                Amounts.percent(minimumLotRisk, account.equity())
                                        .toPlainString()));
    }

    static Reason notEnoughMargin(SizingTrade trade, BigDecimal minimumLotMargin) {
        SizingAccount account = trade.account();
        return Reason.of(
                SizingReason.NOT_ENOUGH_MARGIN,
                "The minimum lot %s takes a margin of %s; margin may not exceed %s."
                        .formatted(
                                trade.instrument().minLot(),
                                account.inWords(minimumLotMargin),
                                account.marginInWords()));
    }
}
