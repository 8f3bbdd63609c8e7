package dev.tradesuite.brain.bar.web;

import dev.tradesuite.brain.bar.JudgedBar;
import dev.tradesuite.brain.bar.PlannedSignal;
import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarVote;
import dev.tradesuite.brain.model.bar.PositionPlan;
import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.brain.model.momentum.MomentumModel;
import dev.tradesuite.brain.model.trained.SmallVersions;
import dev.tradesuite.contracts.brain.FeedInfo;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.contracts.brain.FeedInfo.FeedSymbol;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of closed bars, models and feeds. */
class BarSamplesTest {

    private static final Instant OPEN = Instant.parse("2026-03-02T11:55:00Z");
    private static final BigDecimal CLOSE = new BigDecimal("1.0835");

    @Test
    void aBarWithItsSignals() {
        JudgedBar judged = new JudgedBar(
                Views.EURUSD,
                Optional.of(OPEN.minusSeconds(300)),
                new Candle(
                        OPEN,
                        new BigDecimal("1.0831"),
                        new BigDecimal("1.08395"),
                        new BigDecimal("1.08302"),
                        CLOSE,
                        null),
                Optional.of(BigDecimal.ONE),
                List.of(policy(), overlay(), ensemble()));
        ContractSamples.compare("BarSignals", BarSignalMapper.onTheWire(judged, "rest", RunLabel.PAPER));
    }

    @Test
    void aModelAFeedAndAPrice() {
        ContractSamples.compare(
                "StrategyModel",
                StrategyModelMapper.of(new MomentumModel(MomentumModel.Measure.NORMALISED), Views.EURUSD));
        ContractSamples.compare(
                "FeedInfo",
                new FeedInfo(
                        "simulated",
                        "simulated",
                        Timeframe.M5,
                        RunLabel.SIMULATED,
                        FeedState.RUNNING,
                        null,
                        null,
                        List.of(new FeedSymbol("EURUSD.SIM", OPEN, 42L, 0L))));
        ContractSamples.compare(
                "PriceTick",
                new PriceTick("EURUSD.SIM", new BigDecimal("1.08352"), OPEN, "simulator", RunLabel.SIMULATED));
    }

    @Test
    void aTrainedVersion(@TempDir Path path) {
        ModelFolder folder = new ModelFolder(path);
        ModelCard card = folder.write(SmallVersions.draft(ModelKind.ML_LGBM, "EURUSD"));
        VersionInUse inUse =
                new VersionInUse(card.version(), Instant.parse("2026-02-02T08:00:00Z"), folder.read(card.version()));

        ContractSamples.compare(
                "TrainedVersion", TrainedVersionMapper.of(inUse, Timeframe.M5).orElseThrow());
    }

    private static PlannedSignal policy() {
        return new PlannedSignal(
                BarSignal.Decided.of(
                        BarModelCode.RL_PPO,
                        version(BarModelCode.RL_PPO, true),
                        PositionSignal.LONG,
                        0.52,
                        "Momentum +0.026, RSI 61.2: the price rises and is not overbought.",
                        Map.of("momentum_60", 0.026),
                        BarScore.around("momentum_60", 0.026, 0.02)),
                Optional.of(new PositionPlan(
                        CLOSE, new BigDecimal("1.0827"), new BigDecimal("1.0847"), "A price at or below 1.0827")));
    }

    private static PlannedSignal overlay() {
        return new PlannedSignal(
                BarSignal.Abstained.because(
                        BarModelCode.LLM_CLAUDE,
                        version(BarModelCode.LLM_CLAUDE, false),
                        Reason.of(SignalReason.ADVISOR_OFF, SignalReason.ADVISOR_OFF.sentence())),
                Optional.empty());
    }

    private static PlannedSignal ensemble() {
        return new PlannedSignal(
                new BarSignal.Decided(
                        BarModelCode.ENSEMBLE,
                        version(BarModelCode.ENSEMBLE, false),
                        PositionSignal.FLAT,
                        0,
                        0,
                        "The models come to +0.300, between -0.30 and 0.30. Abstained, counted 0: LLM_CLAUDE.",
                        Map.of("score", 0.3),
                        BarScore.around("score", 0.3, 0.3),
                        List.of(
                                new BarVote(BarModelCode.RL_PPO, PositionSignal.LONG, 0.3, false),
                                new BarVote(BarModelCode.LLM_CLAUDE, PositionSignal.FLAT, 0.2, true))),
                Optional.empty());
    }

    private static ModelVersion version(BarModelCode code, boolean proxy) {
        return new ModelVersion(code.name(), "rule-1", proxy);
    }
}
