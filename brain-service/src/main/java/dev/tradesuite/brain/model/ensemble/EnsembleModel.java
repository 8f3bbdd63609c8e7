package dev.tradesuite.brain.model.ensemble;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.BarVote;
import dev.tradesuite.brain.model.bar.WeightedSides;
import dev.tradesuite.contracts.brain.PositionSignal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Long when the weighted sum of the others' sides (+1, 0, -1) is above 0.3, short when it is below -0.3, else flat.
 *
 * <p>A model that abstains counts 0 and is named; nothing is renormalised, so no single model, whose weight is at most
 * 0.3, can ever move it. Confidence is |score| (1 - |score| / 0.3 when flat), size |score| x the mean size of those
 * that agree.
 */
public final class EnsembleModel implements BarModel {

    private static final double THRESHOLD = 0.3;

    private final ModelVersion version = new ModelVersion(BarModelCode.ENSEMBLE.name(), "1", false);

    @Override
    public BarModelCode code() {
        return BarModelCode.ENSEMBLE;
    }

    @Override
    public ModelVersion version(SeriesKey series) {
        return version;
    }

    @Override
    public int lookBack() {
        return 0;
    }

    @Override
    public BarSignal on(BarView view) {
        WeightedSides sides = WeightedSides.of(view.others(), WeightedSides.ENSEMBLE);
        double score = sides.score();
        PositionSignal position = position(score);
        double size = position == PositionSignal.FLAT ? 0 : Math.abs(score) * sides.meanSizeOf(position);
        double confidence =
                position == PositionSignal.FLAT ? Math.max(0, 1 - Math.abs(score) / THRESHOLD) : Math.abs(score);
        return new BarSignal.Decided(
                code(),
                version,
                position,
                confidence,
                size,
                reasoning(position, score, sides.votes()),
                Map.of("score", score),
                BarScore.around("score", score, THRESHOLD),
                sides.votes());
    }

    private static PositionSignal position(double score) {
        if (score > THRESHOLD + WeightedSides.ROUNDING) {
            return PositionSignal.LONG;
        }
        return score < -THRESHOLD - WeightedSides.ROUNDING ? PositionSignal.SHORT : PositionSignal.FLAT;
    }

    private static String reasoning(PositionSignal position, double score, List<BarVote> votes) {
        String limits =
                switch (position) {
                    case LONG -> "above 0.30";
                    case SHORT -> "below -0.30";
                    case FLAT, CLOSE -> "between -0.30 and 0.30";
                };
        String absent = votes.stream()
                .filter(BarVote::abstained)
                .map(vote -> vote.code().name())
                .collect(Collectors.joining(", "));
        return "The models come to %s, %s.%s"
                .formatted(
                        Figures.signed(score),
                        limits,
                        absent.isEmpty() ? "" : " Abstained, counted 0: " + absent + ".");
    }
}
