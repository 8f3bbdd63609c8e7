package dev.tradesuite.brain.advisor.web;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.AdvisorOpinions.Heard;
import dev.tradesuite.brain.advisor.Objections;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.overlay.OverlayService.Standing;
import dev.tradesuite.contracts.brain.OpinionVerdict;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpinionMapperTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:04:30Z");
    private static final Instant ASKED = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void opinions() {
        ContractSamples.compare(
                "MarketOpinions",
                OpinionMapper.of(
                        "EURUSD",
                        NOW,
                        List.of(
                                new Heard(
                                        "anthropic",
                                        "claude-sonnet-5",
                                        Optional.of(Timeframe.M5),
                                        Optional.of(new AdvisorOpinion(
                                                "anthropic",
                                                "claude-sonnet-5",
                                                ASKED,
                                                ASKED.plusSeconds(900),
                                                new Objections(0.4, 0, "Overbought, and the trend is weak."))),
                                        Optional.empty()),
                                new Heard(
                                        "openai",
                                        "gpt-5.4-mini",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(reason(SignalReason.ADVISOR_OFF)))),
                        List.of(
                                new Standing(
                                        Optional.of(Timeframe.M5),
                                        Optional.of(ASKED),
                                        Optional.of(new Opinion.Given(
                                                OpinionVerdict.REDUCE,
                                                -1,
                                                0.5,
                                                0.7,
                                                "The range is thin.",
                                                "claude-sonnet-4-5")),
                                        Optional.of(ASKED.plusSeconds(360)),
                                        Optional.empty()),
                                new Standing(
                                        Optional.of(Timeframe.H1),
                                        Optional.of(ASKED.minusSeconds(7_200)),
                                        Optional.of(new Opinion.Given(
                                                OpinionVerdict.CONFIRM,
                                                1,
                                                1,
                                                0.8,
                                                "Nothing speaks against it.",
                                                "claude-sonnet-4-5")),
                                        Optional.of(ASKED.minusSeconds(3_540)),
                                        Optional.of(reason(SignalReason.OPINION_STALE)))),
                        "claude-sonnet-4-5"));
    }

    private static Reason reason(SignalReason why) {
        return Reason.of(why, why.sentence());
    }
}
