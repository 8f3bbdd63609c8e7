package dev.tradesuite.risk.account.web;

import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Limits;
import org.jspecify.annotations.Nullable;

/** Accounts and limits as records of the contracts, and back. */
public final class RiskAccountMapper {

    private RiskAccountMapper() {}

    /**
     * What is remembered of an account, as others see it.
     *
     * @param accountId absent for a what-if
     */
    public static AccountRisk account(@Nullable String accountId, AccountFigures account) {
        return new AccountRisk(
                accountId,
                account.currency(),
                Amounts.even(account.equity()),
                account.equityAt(),
                account.day(),
                Amounts.even(account.dayStartEquity()),
                Amounts.even(account.highWaterMark()),
                Amounts.up(account.marginUsed()),
                Amounts.up(account.reservedMargin()),
                Amounts.up(account.reservedLoss()));
    }

    static RiskLimits limits(Limits limits) {
        return new RiskLimits(
                limits.dailyLossPercent(),
                limits.drawdownPercent(),
                limits.positionSizePercent(),
                limits.marginPercent(),
                limits.correlation(),
                limits.currencyExposurePercent());
    }

    static Limits limits(RiskLimits limits) {
        return new Limits(
                limits.dailyLossPercent(),
                limits.drawdownPercent(),
                limits.positionSizePercent(),
                limits.marginPercent(),
                limits.correlation(),
                limits.currencyExposurePercent());
    }
}
