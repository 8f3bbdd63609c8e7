package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;

/**
 * Loss of the whole position at its stop, as a share of equity: of this trade, and of the position it enlarges with the
 * orders on their way to it.
 */
final class PositionSizeCheck {

    private PositionSizeCheck() {}

    static CheckResult evaluate(CheckCase c) {
        BigDecimal limit = c.limits().positionSizePercent();
        return c.needing(
                RiskCheckName.POSITION_SIZE,
                limit,
                c.equity(),
                equity -> c.needing(
                        RiskCheckName.POSITION_SIZE,
                        limit,
                        c.lossAtStop(),
                        loss -> c.needing(
                                RiskCheckName.POSITION_SIZE,
                                limit,
                                c.enlargedLoss(),
                                enlarged -> judge(c, equity, loss, enlarged))));
    }

    private static CheckResult judge(CheckCase c, BigDecimal equity, BigDecimal loss, BigDecimal enlarged) {
        String message = enlarged.signum() == 0
                ? "loss at the stop %s, equity %s".formatted(c.inWords(loss), c.inWords(equity))
                : "loss at the stop %s, of the position it enlarges %s; equity %s"
                        .formatted(c.inWords(loss), c.inWords(enlarged), c.inWords(equity));
        Share share = new Share(loss.add(enlarged), equity);
        return c.judge(
                RiskCheckName.POSITION_SIZE,
                share,
                c.limits().positionSizePercent(),
                RiskReason.POSITION_SIZE_LIMIT,
                message);
    }
}
