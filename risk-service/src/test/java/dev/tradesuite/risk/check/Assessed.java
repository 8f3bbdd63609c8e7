package dev.tradesuite.risk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.RiskDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Makes the checks of a trade and looks at one of them. */
final class Assessed {

    private static final PreTradeChecks CHECKS =
            new PreTradeChecks(Duration.ofDays(3), CountedRisk.ALL, RiskDay.MIDNIGHT_UTC);

    private Assessed() {}

    static TradeAssessment assess(Proposal proposal, TestAccount account) {
        return assess(proposal, account, Map.of());
    }

    /** With correlations by the other symbol; those not named are missing. */
    static TradeAssessment assess(Proposal proposal, TestAccount account, Map<String, Double> correlations) {
        return CHECKS.assess(proposal, new AccountView.Known(account.snapshot()), known(correlations), TestAccount.NOW);
    }

    /** Where what open positions can lose does not count. */
    static TradeAssessment withoutOpenRisk(Proposal proposal, TestAccount account) {
        return new PreTradeChecks(Duration.ofDays(3), CountedRisk.NONE, RiskDay.MIDNIGHT_UTC)
                .assess(proposal, new AccountView.Known(account.snapshot()), known(Map.of()), TestAccount.NOW);
    }

    static TradeAssessment assess(ProposedTrade trade, AccountView account) {
        return CHECKS.assess(trade, account, known(Map.of()), TestAccount.NOW);
    }

    private static Correlations known(Map<String, Double> correlations) {
        return (_, other) -> correlations.containsKey(other)
                ? new PairCorrelation.Known(Objects.requireNonNull(correlations.get(other)), 60)
                : new PairCorrelation.Missing("12 common returns of 30 needed");
    }

    static CheckResult result(RiskCheckName check, TradeAssessment assessment) {
        return assessment.results().stream()
                .filter(result -> result.check() == check)
                .findFirst()
                .orElseThrow();
    }

    static CheckResult result(RiskCheckName check, Proposal proposal, TestAccount account) {
        return result(check, assess(proposal, account));
    }

    static void assertMeasured(CheckResult result, String measured, String limit, String headroom) {
        Reading reading = result.reading();
        assertThat(reading.measured()).isEqualByComparingTo(new BigDecimal(measured));
        assertThat(reading.limit()).isEqualByComparingTo(new BigDecimal(limit));
        assertThat(reading.headroom()).isEqualByComparingTo(new BigDecimal(headroom));
    }

    static void assertOutcome(CheckResult result, RiskLevel level, RiskReason reason) {
        assertThat(result.level()).as(result.message()).isEqualTo(level);
        assertThat(result.reason()).as(result.message()).isEqualTo(reason);
    }
}
