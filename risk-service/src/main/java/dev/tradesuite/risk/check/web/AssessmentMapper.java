package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.web.RiskAccountMapper;
import dev.tradesuite.risk.check.CheckResult;
import dev.tradesuite.risk.check.Reading;
import dev.tradesuite.risk.check.TradeAssessment;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assessments as records of the contracts. */
public final class AssessmentMapper {

    private AssessmentMapper() {}

    /**
     * The assessment as others see it.
     *
     * @param accountId account it was made on; absent for a what-if
     */
    public static RiskAssessment write(TradeAssessment assessment, @Nullable String accountId) {
        AccountFigures account = assessment.account();
        return new RiskAssessment(
                assessment.allowed(),
                assessment.level(),
                assessment.results().stream().map(AssessmentMapper::result).toList(),
                assessment.tradingState(),
                assessment.stateScope(),
                assessment.denials(),
                assessment.warnings(),
                account == null ? null : RiskAccountMapper.account(accountId, account),
                assessment.evaluatedAt());
    }

    private static RiskCheckResult result(CheckResult result) {
        Reading reading = result.reading();
        return new RiskCheckResult(
                result.check(),
                result.allows(),
                result.level(),
                shown(reading.measured()),
                shown(reading.limit()),
                shown(reading.headroom()),
                reading.unit().name().toLowerCase(Locale.ROOT),
                result.reason(),
                result.message());
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal value) {
        return value == null ? null : Amounts.stripped(value);
    }
}
