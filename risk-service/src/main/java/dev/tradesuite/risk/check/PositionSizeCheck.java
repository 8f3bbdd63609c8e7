package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;

/** Loss of the trade at its stop, as a share of equity. */
final class PositionSizeCheck {

    private PositionSizeCheck() {}

    static CheckResult evaluate(CheckCase c) {
        BigDecimal limit = c.limits().positionSizePercent();
        return c.needing(
                RiskCheckName.POSITION_SIZE,
                limit,
                c.equity(),
                equity -> c.needing(RiskCheckName.POSITION_SIZE, limit, c.lossAtStop(), loss -> {
                    String message = "loss at the stop %s, equity %s".formatted(c.inWords(loss), c.inWords(equity));
                    Share share = new Share(loss, equity);
                    return c.judge(RiskCheckName.POSITION_SIZE, share, limit, RiskReason.POSITION_SIZE_LIMIT, message);
                }));
    }
}
