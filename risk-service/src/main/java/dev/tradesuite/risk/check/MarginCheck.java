package dev.tradesuite.risk.check;

import java.math.BigDecimal;

/** Margin of positions, of orders on their way and of the trade, as a share of equity. */
final class MarginCheck {

    private MarginCheck() {}

    static CheckResult evaluate(CheckCase c) {
        BigDecimal limit = c.limits().marginPercent();
        return c.needing(
                RiskCheck.MARGIN,
                limit,
                c.equity(),
                equity -> c.needing(
                        RiskCheck.MARGIN,
                        limit,
                        c.supposedMargin(),
                        supposed -> c.needing(
                                RiskCheck.MARGIN, limit, c.margin(), margin -> judge(c, equity, supposed, margin))));
    }

    private static CheckResult judge(CheckCase c, BigDecimal equity, BigDecimal supposed, BigDecimal required) {
        AccountFigures account = c.figures();
        BigDecimal used = account.marginUsed().add(supposed);
        String message = "used %s, held for other orders %s, this trade %s; equity %s"
                .formatted(
                        c.inWords(used), c.inWords(account.reservedMargin()), c.inWords(required), c.inWords(equity));
        Share share = new Share(used.add(account.reservedMargin()).add(required), equity);
        return c.judge(RiskCheck.MARGIN, share, c.limits().marginPercent(), CheckReason.MARGIN_LIMIT, message);
    }
}
