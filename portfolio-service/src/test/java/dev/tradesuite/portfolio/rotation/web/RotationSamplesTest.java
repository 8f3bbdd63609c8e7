package dev.tradesuite.portfolio.rotation.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationProposalPage;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.rotation.OptimumEffect;
import dev.tradesuite.portfolio.rotation.RotationLimits;
import dev.tradesuite.portfolio.rotation.RotationPlan;
import dev.tradesuite.portfolio.rotation.RotationRun;
import dev.tradesuite.portfolio.rotation.StrategyProposal;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotationSamplesTest {

    private static final UUID ID = UUID.fromString("019b0000-0000-7000-8000-000000000001");
    private static final Instant MADE = Instant.parse("2026-02-06T00:11:00Z");
    private static final GateEvidence BEHIND = new GateEvidence(
            LifecycleGate.EXCESS_RETURN,
            -0.03,
            0.0,
            false,
            Reason.of(EvidenceReason.EVIDENCE_BELOW_REQUIRED, "EXCESS_RETURN is -0.03, at least 0 is asked for"),
            null);

    @Test
    void proposalIsWrittenAsItsSampleSays() {
        StrategyProposal proposal = new StrategyProposal(
                ID,
                "ml-xgb-eurusd",
                new RotationPlan(RotationAction.REPLACE, Optional.of("hold-aapl"), OptionalDouble.empty()),
                List.of(BEHIND),
                new OptimumEffect(
                        RunLabel.LIVE,
                        Optional.of(new OptimumEffect.Optimum(
                                Map.of("ml-xgb-eurusd", 0.25, "hold-aapl", 0.75), 0.08, 0.1, 0.6)),
                        Optional.of(new OptimumEffect.Optimum(Map.of("hold-aapl", 1.0), 0.1, 0.1, 0.8)),
                        Optional.empty()),
                new StrategyProposal.Progress(
                        RotationState.DONE,
                        2,
                        MADE,
                        Instant.parse("2026-02-11T00:12:00Z"),
                        Optional.of(UUID.fromString("019b0000-0000-7000-8000-000000000002")),
                        Optional.of(new StrategyProposal.Decided("operator", Instant.parse("2026-02-11T09:00:00Z"))),
                        Reason.of(RotationReason.APPROVED_BY_PERSON, "A person said yes. It lags for months")),
                4);

        ContractSamples.compare("RotationProposal", RotationMapper.proposal(proposal));
        ContractSamples.compare(
                "RotationProposalPage",
                new RotationProposalPage(List.of(RotationMapper.proposal(proposal)), ID.toString()));
    }

    @Test
    void lookIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "RotationReport",
                RotationMapper.report(new RotationRun(
                        ID,
                        RotationRun.Cause.PERSON,
                        "operator",
                        MADE,
                        List.of(new RotationRun.Outcome(
                                "ml-xgb-eurusd",
                                Reason.of(RotationReason.PROPOSED, RotationReason.PROPOSED.sentence()),
                                List.of(BEHIND),
                                Optional.of(ID))))));
    }

    @Test
    void rulesAreReadAsTheirSampleSays() {
        ContractSamples.compare("RotationRules", RotationRulesMapper.of(RotationLimits.DEFAULT));
    }
}
