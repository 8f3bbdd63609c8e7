package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;

/**
 * How much the trade is another helping of what the account already holds: by the correlation of returns, and by the
 * net exposure per currency.
 *
 * <p>The worse of the two decides, and its reading is reported; where they agree it is the correlation's, or the
 * exposure's when there is nothing to correlate with. The message has both, unless the exposure cannot be computed.
 */
final class CorrelationCheck {

    private CorrelationCheck() {}

    static CheckResult evaluate(CheckCase c) {
        if (c.reduces()) {
            return CheckCase.notNeeded(RiskCheckName.CORRELATION, c.limits().correlation());
        }
        return switch (c.proposal()) {
            case ProposedTrade trade -> evaluate(c, trade);
            case ProposedStake _, ProposedExit _ -> notKnown(c);
        };
    }

    /** Outcomes of markets have no stored returns. */
    private static CheckResult notKnown(CheckCase c) {
        return new CheckResult.Warned(
                RiskCheckName.CORRELATION,
                Reading.unmeasured(c.limits().correlation(), Reading.Unit.of(RiskCheckName.CORRELATION)),
                RiskReason.CORRELATION_DATA_MISSING,
                "no returns tell how the outcomes of markets move together: not compared with other positions");
    }

    private static CheckResult evaluate(CheckCase c, ProposedTrade trade) {
        CheckResult byReturns = ReturnCorrelation.evaluate(c);
        CheckResult byCurrency = CurrencyExposure.evaluate(c, trade);
        if (!byCurrency.allows() && byCurrency.reading().measured() == null) {
            return byCurrency;
        }
        return decisive(byReturns, byCurrency).saying(byReturns.message() + "; " + byCurrency.message());
    }

    private static CheckResult decisive(CheckResult byReturns, CheckResult byCurrency) {
        int order = byReturns.level().compareTo(byCurrency.level());
        if (order != 0) {
            return order > 0 ? byReturns : byCurrency;
        }
        boolean nothingMeasured =
                byReturns.level() == RiskLevel.SAFE && byReturns.reading().measured() == null;
        return nothingMeasured ? byCurrency : byReturns;
    }
}
