package dev.tradesuite.orchestrator;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.brain.Vote;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What brain, sizing and risk answer in tests. */
public final class TestAnswers {

    static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private TestAnswers() {}

    /** A signal on the readings of a request. */
    public static BrainSignal signal(SignalAction action, String symbol) {
        double score = action == SignalAction.BUY ? 0.72 : action == SignalAction.SELL ? -0.72 : 0.1;
        return new BrainSignal(
                symbol,
                Timeframe.M5,
                action,
                Math.abs(score),
                score,
                0.4,
                -0.4,
                List.of(new Vote("rsi", action, 0.7, 1.0, "as the test wants")),
                List.of(new Reason("SCORE_BETWEEN_THRESHOLDS", "as the test wants")),
                List.of(),
                new IndicatorReadings(28.0, null, null, 0.0012, null, null, null, null, null, null, null, null, null),
                SignalSource.REQUEST_INDICATORS,
                0,
                null,
                null,
                RunLabel.PAPER,
                new ModelInfo("votes", "1", false),
                NOW,
                "b".repeat(64));
    }

    /** A size of 2 % at the stop. */
    public static PositionSize size(String symbol, String currency, String lots, BigDecimal stopDistancePips) {
        return new PositionSize(
                symbol,
                SizingOutcome.SIZED,
                RiskStrategy.FIXED_RISK,
                new BigDecimal(lots),
                currency,
                new BigDecimal("200.00"),
                new BigDecimal("2"),
                stopDistancePips,
                new BigDecimal("10"),
                new PositionSize.Conversion("USD", "USD", BigDecimal.ONE, "1"),
                new BigDecimal("0.4"),
                new BigDecimal("200.00"),
                BigDecimal.ZERO,
                new BigDecimal("2"),
                new BigDecimal("43340"),
                new BigDecimal("866.80"),
                new BigDecimal("0.02"),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    /** No size. */
    public static PositionSize refused(String symbol, Reason refusal) {
        return new PositionSize(
                symbol,
                SizingOutcome.REFUSED,
                RiskStrategy.FIXED_RISK,
                BigDecimal.ZERO,
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                refusal,
                null);
    }

    /** The six checks, all passed or the first one failed. */
    public static RiskAssessment assessment(boolean allowed) {
        List<RiskCheckResult> checks = Arrays.stream(RiskCheckName.values())
                .map(check -> check(check, allowed || check != RiskCheckName.DAILY_LOSS))
                .toList();
        return new RiskAssessment(
                allowed,
                allowed ? RiskLevel.SAFE : RiskLevel.CRITICAL,
                checks,
                TradingState.ACTIVE,
                null,
                allowed ? List.of() : List.of(new Reason("DAILY_LOSS_LIMIT", "6 % of 5 %")),
                List.of(),
                null,
                NOW);
    }

    private static RiskCheckResult check(RiskCheckName name, boolean passed) {
        return new RiskCheckResult(
                name,
                passed,
                passed ? RiskLevel.SAFE : RiskLevel.CRITICAL,
                new BigDecimal(passed ? "2" : "6"),
                new BigDecimal("5"),
                new BigDecimal(passed ? "3" : "-1"),
                "percent",
                passed ? RiskReason.WITHIN_LIMIT : RiskReason.DAILY_LOSS_LIMIT,
                "as the test wants");
    }
}
