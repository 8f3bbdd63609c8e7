package dev.tradesuite.risk.account;

import dev.tradesuite.contracts.risk.RiskCheckName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account went past a limit.
 *
 * @param check the limit: daily loss or drawdown
 * @param measured value, in percent
 * @param limit in percent
 */
public record Breach(RiskCheckName check, BigDecimal measured, BigDecimal limit) {

    /**
     * Limits that an account passed between two moments. Only the crossing counts: an account that stays beyond a limit
     * does not pass it again, so that a person who lifts a restriction is not overruled by the next price.
     *
     * @param before absent: the account was not known
     */
    static List<Breach> between(@Nullable AccountFigures before, AccountFigures after) {
        List<Breach> breaches = new ArrayList<>();
        for (RiskCheckName check : List.of(RiskCheckName.DAILY_LOSS, RiskCheckName.DRAWDOWN)) {
            Optional<Breach> now = of(check, after);
            boolean already =
                    before != null && of(check, before.rolledTo(after.day())).isPresent();
            now.filter(_ -> !already).ifPresent(breaches::add);
        }
        return breaches;
    }

    private static Optional<Breach> of(RiskCheckName check, AccountFigures account) {
        boolean daily = check == RiskCheckName.DAILY_LOSS;
        BigDecimal whole = daily ? account.dayStartEquity() : account.highWaterMark();
        BigDecimal part = daily ? account.lossToday() : account.fallFromHigh();
        BigDecimal limit =
                daily ? account.limits().dailyLossPercent() : account.limits().drawdownPercent();
        return Optional.of(whole)
                .filter(amount -> amount.signum() > 0)
                .map(amount -> new Share(part, amount))
                .filter(share -> share.exceeds(limit))
                .map(share -> new Breach(check, share.percent(), limit));
    }
}
