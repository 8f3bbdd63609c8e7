package dev.tradesuite.risk.check.wire;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.check.AccountFigures;
import dev.tradesuite.risk.check.Assessment;
import dev.tradesuite.risk.check.CheckResult;
import dev.tradesuite.risk.check.Finding;
import dev.tradesuite.risk.check.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assessments as records of the contracts. */
public final class AssessmentWriter {

    private AssessmentWriter() {}

    /**
     * The assessment as others see it.
     *
     * @param accountId account it was made on; absent for a supposed one
     */
    public static RiskAssessment write(Assessment assessment, @Nullable String accountId) {
        AccountFigures account = assessment.account();
        return new RiskAssessment(
                assessment.allowed(),
                RiskLevel.valueOf(assessment.level().name()),
                assessment.results().stream().map(AssessmentWriter::write).toList(),
                TradingState.valueOf(assessment.tradingState().name()),
                reasons(assessment.denials()),
                reasons(assessment.warnings()),
                account == null ? null : write(accountId, account),
                assessment.evaluatedAt());
    }

    /** What is remembered of an account, as others see it. */
    public static AccountRisk write(@Nullable String accountId, AccountFigures account) {
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

    private static RiskCheckResult write(CheckResult result) {
        Reading reading = result.reading();
        return new RiskCheckResult(
                RiskCheckName.valueOf(result.check().name()),
                result.allows(),
                RiskLevel.valueOf(result.level().name()),
                shown(reading.measured()),
                shown(reading.limit()),
                shown(reading.headroom()),
                reading.unit().name().toLowerCase(Locale.ROOT),
                RiskReason.valueOf(result.reason().name()),
                result.message());
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal value) {
        return value == null ? null : Amounts.stripped(value);
    }

    private static List<Reason> reasons(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Reason(finding.reason().name(), finding.message()))
                .toList();
    }
}
