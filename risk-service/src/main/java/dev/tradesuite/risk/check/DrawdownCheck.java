package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;

/** Fall of equity from the highest there ever was, as a share of that peak. */
final class DrawdownCheck {

    private DrawdownCheck() {}

    static CheckResult evaluate(CheckCase c) {
        BigDecimal limit = c.limits().drawdownPercent();
        return c.needing(RiskCheckName.DRAWDOWN, limit, c.equity(), equity -> {
            // The peak is never below a positive equity, whatever a what-if says.
            BigDecimal peak = c.figures().highWaterMark().max(equity);
            Share share = new Share(peak.subtract(equity), peak);
            String message = "equity %s, highest so far %s".formatted(c.inWords(equity), c.inWords(peak));
            return c.judge(RiskCheckName.DRAWDOWN, share, limit, RiskReason.DRAWDOWN_LIMIT, message);
        });
    }
}
