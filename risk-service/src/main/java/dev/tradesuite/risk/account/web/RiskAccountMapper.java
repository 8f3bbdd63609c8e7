package dev.tradesuite.risk.account.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.ChangeLimitsRequest;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.account.RiskAccountService;
import dev.tradesuite.support.problem.ProblemException;
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

    /**
     * The account that was found.
     *
     * @throws ProblemException when there is none, or nobody can say
     */
    public static RiskAccount found(String accountId, RiskAccountService.Answer answer) {
        return switch (answer) {
            case RiskAccountService.Answer.Found(RiskAccount found) -> found;
            case RiskAccountService.Answer.NoSuchAccount _ ->
                throw new ProblemException(ProblemCode.NOT_FOUND, "the books have no account " + accountId);
            case RiskAccountService.Answer.Unavailable(String message) ->
                throw new ProblemException(ProblemCode.SERVICE_OFFLINE, message);
        };
    }

    /** The limits as others see them. */
    public static RiskLimits limits(Limits limits) {
        return new RiskLimits(
                limits.dailyLossPercent(),
                limits.drawdownPercent(),
                limits.positionSizePercent(),
                limits.marginPercent(),
                limits.correlation(),
                limits.currencyExposurePercent());
    }

    static Limits limits(ChangeLimitsRequest limits) {
        return new Limits(
                limits.dailyLossPercent(),
                limits.drawdownPercent(),
                limits.positionSizePercent(),
                limits.marginPercent(),
                limits.correlation(),
                limits.currencyExposurePercent());
    }
}
