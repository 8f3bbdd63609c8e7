package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;

/** Margin of positions, of orders on their way and of the trade, as a share of equity. */
final class MarginCheck {

    private MarginCheck() {}

    static CheckResult evaluate(CheckCase c) {
        BigDecimal limit = c.limits().marginPercent();
        return c.needing(
                RiskCheckName.MARGIN,
                limit,
                c.equity(),
                equity -> c.needing(
                        RiskCheckName.MARGIN,
                        limit,
                        c.whatIfMargin(),
                        whatIf -> c.needing(
                                RiskCheckName.MARGIN, limit, c.margin(), margin -> judge(c, equity, whatIf, margin))));
    }

    private static CheckResult judge(CheckCase c, BigDecimal equity, BigDecimal whatIf, BigDecimal required) {
        AccountFigures account = c.figures();
        BigDecimal used = account.marginUsed().add(whatIf);
        String message = "used %s, held for other orders %s, this trade %s; equity %s"
                .formatted(
                        c.inWords(used), c.inWords(account.reservedMargin()), c.inWords(required), c.inWords(equity));
        Share share = new Share(used.add(account.reservedMargin()).add(required), equity);
        return c.judge(RiskCheckName.MARGIN, share, c.limits().marginPercent(), RiskReason.MARGIN_LIMIT, message);
    }
}
