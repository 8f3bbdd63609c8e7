package dev.tradesuite.portfolio.lifecycle.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.contracts.portfolio.TransitionRequest;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.lifecycle.EvidenceRules;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.portfolio.lifecycle.StrategyRestriction;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleSamplesTest {

    private static final GateEvidence SHARPE = new GateEvidence(
            LifecycleGate.PAPER_SHARPE,
            1.1,
            1.08,
            true,
            Reason.of(EvidenceReason.EVIDENCE_SUFFICES, "PAPER_SHARPE is 1.1, at least 1.08 is asked for"),
            0.83);

    @Test
    void stepIsWrittenAsItsSampleSays() {
        LifecycleStep step = new LifecycleStep(
                new LifecycleStep.Move(
                        "ml-xgb-eurusd",
                        LifecycleState.LIVE,
                        LifecycleTrigger.PERSON,
                        "operator",
                        "Forty days on paper as in the backtest"),
                LifecycleState.PAPER,
                Instant.parse("2026-02-06T10:00:00Z"),
                List.of(SHARPE));

        ContractSamples.compare("LifecycleChanged", LifecycleMapper.changed(step));
    }

    @Test
    void lifecycleIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "StrategyLifecycle",
                LifecycleMapper.of(new LifecycleService.View(
                        MemoryStrategies.strategy("ml-xgb-eurusd", new StrategySource.ModelAccount("ML_XGB", "EURUSD")),
                        List.of(new LifecycleService.Option(LifecycleState.LIVE, List.of(SHARPE))),
                        Optional.of(new StrategyRestriction(
                                "ml-xgb-eurusd",
                                TradingState.ACTIVE,
                                "Back on paper",
                                Instant.parse("2026-02-06T10:00:00Z"),
                                Optional.of(Instant.parse("2026-02-06T10:00:02Z")),
                                Optional.of("risk-service has it"),
                                1,
                                2)))));
    }

    @Test
    void requestsAreReadAsTheirSamplesSay() {
        ContractSamples.compare("TransitionRequest", new TransitionRequest(LifecycleState.RETIRED, "Replaced"));
        ContractSamples.compare("LifecycleRules", LifecycleRulesMapper.of(EvidenceRules.DEFAULT));
    }
}
