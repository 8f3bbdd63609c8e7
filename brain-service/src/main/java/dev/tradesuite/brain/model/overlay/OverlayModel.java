package dev.tradesuite.brain.model.overlay;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.bar.WeightedSides;
import dev.tradesuite.contracts.brain.OpinionVerdict;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import java.util.Map;

/**
 * The side on which the weighted sides of the rule and tree models agree, as far as the language model lets it.
 *
 * <p>Confirmed: their mean size; reduced: the stated fraction of it; vetoed, or when the side is another one than that
 * the language model was asked about: flat. Without an opinion it abstains and says why; it never invents one.
 */
public final class OverlayModel implements BarModel {

    private final ModelVersion version;

    /** @param model name of the language model, part of the version */
    public OverlayModel(String model) {
        this.version = new ModelVersion(BarModelCode.LLM_CLAUDE.name(), "overlay-1-" + model, false);
    }

    @Override
    public BarModelCode code() {
        return BarModelCode.LLM_CLAUDE;
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
        WeightedSides sides = WeightedSides.of(view.others(), WeightedSides.WITHOUT_OVERLAY);
        return switch (view.opinion()) {
            case Opinion.Missing missing -> new BarSignal.Abstained(code(), version, missing.why(), sides.votes());
            case Opinion.Given given -> on(sides, given);
        };
    }

    private BarSignal on(WeightedSides sides, Opinion.Given given) {
        int lean = sides.lean();
        if (lean == 0) {
            return flat(sides, 0, "The other models agree on no side.");
        }
        PositionSignal side = lean > 0 ? PositionSignal.LONG : PositionSignal.SHORT;
        if (lean != given.lean()) {
            return flat(sides, 0, "The others have changed sides since the language model was asked.");
        }
        if (given.verdict() == OpinionVerdict.VETO) {
            return flat(sides, given.confidence(), "Veto: " + given.reasoning());
        }
        double share = given.verdict() == OpinionVerdict.CONFIRM ? 1 : given.sizeFraction();
        double size = sides.meanSizeOf(side) * share;
        if (!(size > 0)) {
            return flat(sides, given.confidence(), "Reduced to nothing: " + given.reasoning());
        }
        String verdict = given.verdict() == OpinionVerdict.CONFIRM ? "Confirmed: " : "Reduced: ";
        return decided(sides, side, given.confidence(), size, verdict + given.reasoning());
    }

    private BarSignal flat(WeightedSides sides, double confidence, String reasoning) {
        return decided(sides, PositionSignal.FLAT, confidence, 0, reasoning);
    }

    private BarSignal decided(
            WeightedSides sides, PositionSignal side, double confidence, double size, String reasoning) {
        return new BarSignal.Decided(
                code(),
                version,
                side,
                confidence,
                size,
                BarSignal.reasoning(reasoning, ""),
                Map.of("score_of_others", sides.score()),
                new BarScore.None(SignalReason.FOLLOWS_LANGUAGE_MODEL),
                sides.votes());
    }
}
