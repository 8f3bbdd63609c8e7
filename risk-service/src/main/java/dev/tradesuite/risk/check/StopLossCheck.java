package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;

/**
 * The stop: present, on the losing side of the entry, and at a distance the instrument allows.
 *
 * <p>Of the two bounds the one that is nearer counts: a distance from 70 % of the farthest on is a warning, and so is
 * one of which the nearest is 70 % or more. A stake needs no stop: it can lose no more than itself.
 */
final class StopLossCheck {

    private StopLossCheck() {}

    static CheckResult evaluate(Proposal proposal) {
        return switch (proposal) {
            case ProposedTrade trade -> evaluate(trade);
            case ProposedExit _ -> CheckCase.notNeeded(RiskCheckName.STOP_LOSS, null);
            case ProposedStake _ ->
                new CheckResult.Passed(
                        RiskCheckName.STOP_LOSS,
                        Reading.unmeasured(null, Reading.Unit.of(RiskCheckName.STOP_LOSS)),
                        RiskReason.WITHIN_LIMIT,
                        "paid in full: the loss is limited to the stake");
        };
    }

    private static CheckResult evaluate(ProposedTrade trade) {
        Instrument instrument = trade.instrument();
        BigDecimal farthest = instrument.maxStopPips().value();
        BigDecimal stop = trade.stopPrice();
        if (stop == null) {
            return failed(
                    Reading.unmeasured(farthest, Reading.Unit.PIPS),
                    RiskReason.STOP_MISSING,
                    "the trade has no stop; send stop_loss_price");
        }
        if (!instrument.isStopOnRightSide(trade.side(), trade.entryPrice(), stop)) {
            return failed(
                    Reading.unmeasured(farthest, Reading.Unit.PIPS),
                    RiskReason.STOP_ON_WRONG_SIDE,
                    "the stop %s of a %s must be %s the entry %s"
                            .formatted(
                                    stop.toPlainString(),
                                    trade.side(),
                                    trade.side().sign() > 0 ? "below" : "above",
                                    trade.entryPrice().toPlainString()));
        }
        return withinBounds(instrument, instrument.pipsBetween(trade.entryPrice(), stop));
    }

    private static CheckResult withinBounds(Instrument instrument, Pips distance) {
        BigDecimal nearest = instrument.minStopPips().value();
        BigDecimal farthest = instrument.maxStopPips().value();
        Reading toNearest = Reading.atLeast(nearest, distance.value(), Reading.Unit.PIPS);
        Reading toFarthest = Reading.atMost(farthest, distance.value(), Reading.Unit.PIPS);
        String message = "the stop is %s pips away; %s allows %s to %s"
                .formatted(distance, instrument.symbol(), instrument.minStopPips(), instrument.maxStopPips());
        if (distance.isLessThan(instrument.minStopPips())) {
            return failed(toNearest, RiskReason.STOP_TOO_CLOSE, message);
        }
        if (distance.isMoreThan(instrument.maxStopPips())) {
            return failed(toFarthest, RiskReason.STOP_TOO_FAR, message);
        }
        if (Share.isNear(nearest, distance.value())) {
            return new CheckResult.Warned(RiskCheckName.STOP_LOSS, toNearest, RiskReason.NEAR_LIMIT, message);
        }
        return Share.isNear(distance.value(), farthest)
                ? new CheckResult.Warned(RiskCheckName.STOP_LOSS, toFarthest, RiskReason.NEAR_LIMIT, message)
                : new CheckResult.Passed(RiskCheckName.STOP_LOSS, toFarthest, RiskReason.WITHIN_LIMIT, message);
    }

    private static CheckResult failed(Reading reading, RiskReason reason, String message) {
        return new CheckResult.Failed(RiskCheckName.STOP_LOSS, reading, reason, message);
    }
}
