package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;

/**
 * Loss of the day if every order on its way and this trade run to their stops:
 *
 * <p>(day-start equity - equity + reserved losses + loss of this trade) / day-start equity, at least 0. Equity has
 * floating profit in it, so a profit of the day makes room and never counts against the limit.
 */
final class DailyLossCheck {

    private DailyLossCheck() {}

    static CheckResult evaluate(CheckCase c) {
        BigDecimal limit = c.limits().dailyLossPercent();
        // The loss alone is not enough: an equity that cannot be used says nothing about the day.
        Figure loss = c.equity().fold(_ -> c.lossAtStop(), unknown -> unknown);
        if (c.figures().dayStartEquity().signum() <= 0) {
            loss = Figure.unknown(RiskReason.EQUITY_NOT_POSITIVE, "the day began without equity");
        }
        return c.needing(RiskCheckName.DAILY_LOSS, limit, loss, newLoss -> {
            AccountFigures account = c.figures();
            BigDecimal worst = account.lossToday().add(account.reservedLoss()).add(newLoss);
            String message = "loss today %s, held for other orders %s, this trade at its stop %s; day began with %s"
                    .formatted(
                            c.inWords(account.lossToday()),
                            c.inWords(account.reservedLoss()),
                            c.inWords(newLoss),
                            c.inWords(account.dayStartEquity()));
            Share share = new Share(worst, account.dayStartEquity());
            return c.judge(RiskCheckName.DAILY_LOSS, share, limit, RiskReason.DAILY_LOSS_LIMIT, message);
        });
    }
}
