package dev.tradesuite.brain.bar.web;

import dev.tradesuite.brain.bar.JudgedBar;
import dev.tradesuite.brain.bar.PlannedSignal;
import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarVote;
import dev.tradesuite.brain.model.bar.PositionPlan;
import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.ScoreThreshold;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalScore;
import dev.tradesuite.contracts.brain.StrategySignal;
import dev.tradesuite.contracts.brain.StrategyVote;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes judged bars as they travel, in events and in replays. */
public final class BarSignalMapper {

    private BarSignalMapper() {}

    /** A judged bar with where it came from. */
    public static BarSignals onTheWire(JudgedBar judged, String source, RunLabel label) {
        return new BarSignals(
                judged.series().symbol(),
                judged.series().timeframe(),
                judged.previousBar().orElse(null),
                candle(judged.bar()),
                judged.conversionRate().orElse(null),
                source,
                label,
                judged.signals().stream().map(BarSignalMapper::signal).toList());
    }

    private static StrategySignal signal(PlannedSignal planned) {
        @Nullable PositionPlan plan = planned.plan().orElse(null);
        return switch (planned.signal()) {
            case BarSignal.Decided decided ->
                new StrategySignal(
                        decided.code().name(),
                        decided.position(),
                        decided.confidence(),
                        decided.size(),
                        plan == null ? null : plan.entry(),
                        plan == null ? null : plan.stopLoss(),
                        plan == null ? null : plan.takeProfit(),
                        decided.reasoning(),
                        plan == null ? null : plan.invalidation(),
                        decided.features(),
                        decided.votes().stream().map(BarSignalMapper::vote).toList(),
                        model(decided.version()),
                        score(decided.score()),
                        noScore(decided.score()),
                        null);
            case BarSignal.Abstained abstained ->
                new StrategySignal(
                        abstained.code().name(),
                        abstained.position(),
                        0,
                        0,
                        null,
                        null,
                        null,
                        abstained.reason().message(),
                        null,
                        Map.of(),
                        abstained.votes().stream().map(BarSignalMapper::vote).toList(),
                        model(abstained.version()),
                        null,
                        null,
                        abstained.reason());
        };
    }

    private static @Nullable SignalScore score(BarScore score) {
        return switch (score) {
            case BarScore.Compared(String feature, double value, List<BarScore.Mark> marks) ->
                new SignalScore(
                        feature,
                        value,
                        marks.stream()
                                .map(mark -> new ScoreThreshold(
                                        mark.position(),
                                        mark.isAbove() ? ScoreThreshold.Beyond.ABOVE : ScoreThreshold.Beyond.BELOW,
                                        mark.value()))
                                .toList());
            case BarScore.None _ -> null;
        };
    }

    private static @Nullable Reason noScore(BarScore score) {
        return switch (score) {
            case BarScore.Compared _ -> null;
            case BarScore.None(SignalReason why) -> Reason.of(why, why.sentence());
        };
    }

    private static StrategyVote vote(BarVote vote) {
        return new StrategyVote(vote.code().name(), vote.position(), vote.weight(), vote.abstained());
    }

    static ModelInfo model(ModelVersion version) {
        return new ModelInfo(version.model(), version.version(), version.proxy());
    }

    private static dev.tradesuite.contracts.market.Candle candle(Candle candle) {
        return new dev.tradesuite.contracts.market.Candle(
                candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }
}
