package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;
import java.util.List;

/**
 * Loss of the day if every open position, every order on its way and this trade run to their stops:
 *
 * <p>(day-start equity - equity + open losses + open stakes + reserved losses + loss of this trade) / day-start equity,
 * at least 0. Equity has floating profit in it, so a profit of the day makes room and never counts against the limit;
 * the loss of an open position counts from its mark, so a stop in profit counts with the profit it gives back.
 *
 * <p>Positions that are only supposed count like those in the books. A stake in a market has no stop: it counts with
 * all it is worth at its mark.
 *
 * <p>A position without a stop counts with the instrument's default distance, and is named in a warning.
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
        return c.needing(
                RiskCheckName.DAILY_LOSS,
                limit,
                loss,
                newLoss -> c.needing(
                        RiskCheckName.DAILY_LOSS, limit, c.openLoss(), openLoss -> judge(c, newLoss, openLoss)));
    }

    private static CheckResult judge(CheckCase c, BigDecimal newLoss, BigDecimal openLoss) {
        AccountFigures account = c.figures();
        BigDecimal worst = account.lossToday()
                .add(openLoss)
                .add(c.openStakes())
                .add(account.reservedLoss())
                .add(newLoss);
        String message =
                "loss today %s, open positions to their stops %s%s, held for other orders %s, this trade at its stop %s; day began with %s"
                        .formatted(
                                c.inWords(account.lossToday()),
                                c.inWords(openLoss),
                                c.openStakes().signum() == 0 ? "" : ", open stakes " + c.inWords(c.openStakes()),
                                c.inWords(account.reservedLoss()),
                                c.inWords(newLoss),
                                c.inWords(account.dayStartEquity()));
        Share share = new Share(worst, account.dayStartEquity());
        CheckResult result = c.judge(
                RiskCheckName.DAILY_LOSS, share, c.limits().dailyLossPercent(), RiskReason.DAILY_LOSS_LIMIT, message);
        return c.reduces() ? result : withUnprotected(result, c.unprotected());
    }

    private static CheckResult withUnprotected(CheckResult result, List<String> symbols) {
        if (symbols.isEmpty()) {
            return result;
        }
        CheckResult said = result.saying("%s; without a stop, counted at its default distance: %s"
                .formatted(result.message(), String.join(", ", symbols)));
        return said instanceof CheckResult.Passed(var check, var reading, var _, var message)
                ? new CheckResult.Warned(check, reading, RiskReason.OPEN_POSITION_WITHOUT_STOP, message)
                : said;
    }
}
