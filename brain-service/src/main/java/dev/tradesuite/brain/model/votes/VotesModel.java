package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.indicator.Analysis;
import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelInput;
import dev.tradesuite.brain.model.ModelSignal;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.Thresholds;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.quant.swing.Retracement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The weighted votes: every source votes ({@link VoterPanel}), the votes come to a score ({@link WeightedScore}), and
 * the thresholds turn it into BUY, SELL or HOLD.
 *
 * <p>The rules stand for themselves and not in place of a trained model. The caller's readings count instead of
 * computed ones; without candles they stand alone. So do the caller's votes.
 */
public final class VotesModel implements TradingModel {

    private static final String NAME = "votes";
    private static final String RULES_VERSION = "1";

    private final VotesSettings settings;
    private final Thresholds thresholds;
    private final ModelVersion version;
    private final VoterPanel panel;
    private final AnalysisCache analyses;

    /** The votes by these settings. */
    public VotesModel(VotesSettings settings, AnalysisCache analyses) {
        this.settings = settings;
        this.thresholds = new Thresholds(settings.buyThreshold(), settings.sellThreshold());
        this.version = new ModelVersion(NAME, RULES_VERSION + "-" + settings.id(), false);
        this.panel = new VoterPanel(settings);
        this.analyses = analyses;
    }

    @Override
    public String name() {
        return NAME;
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
    public Optional<Thresholds> thresholds() {
        return Optional.of(thresholds);
    }

    @Override
    public ModelSignal signalOn(ModelInput input) {
        int candles = input.candles().size();
        if (candles == 0 && !(input.readings().isEmpty() && input.votes().isEmpty())) {
            return on(view(input.readings(), input, Optional.empty()), input.votes());
        }
        if (candles < CandleAnalyst.CANDLES_NEEDED) {
            return abstained(
                    SignalReason.NOT_ENOUGH_CANDLES,
                    "There are %d closed candles; the indicators need %d."
                            .formatted(candles, CandleAnalyst.CANDLES_NEEDED));
        }
        Analysis analysis = analyses.of(input.candles(), input.fingerprint());
        if (analysis.flat()) {
            return abstained(SignalReason.FLAT_MARKET, "The newest candles have no range: high and low are one price.");
        }
        return on(view(analysis.readings().replacedBy(input.readings()), input, analysis.retracement()), input.votes());
    }

    private VotersView view(Readings readings, ModelInput input, Optional<Retracement> retracement) {
        return new VotersView(
                readings,
                VotePrice.of(input.price(), input.lastClose(), readings.get(Indicator.ATR), settings.maxPriceGapAtr()),
                Trend.of(readings, settings.minAdx()),
                retracement);
    }

    private ModelSignal on(VotersView view, List<Vote> stated) {
        List<Vote> votes = panel.vote(view, stated);
        OptionalDouble mean = WeightedScore.of(votes);
        if (mean.isEmpty()) {
            Reason why = Reason.of(SignalReason.NO_DATA, "No source with a weight has what it needs to vote.");
            return new ModelSignal.Abstained(version, votes, view.readings(), why);
        }
        double score = mean.getAsDouble();
        SignalAction action = thresholds.actionAt(score);
        return new ModelSignal.Decided(
                version, action, score, Math.abs(score), votes, view.readings(), reason(action, score));
    }

    private Reason reason(SignalAction action, double score) {
        String buy = Figures.signed(thresholds.buy());
        String sell = Figures.signed(thresholds.sell());
        return switch (action) {
            case BUY ->
                Reason.of(SignalReason.SCORE_ABOVE_BUY_THRESHOLD, says(score, "reaches the buy threshold of " + buy));
            case SELL ->
                Reason.of(
                        SignalReason.SCORE_BELOW_SELL_THRESHOLD, says(score, "reaches the sell threshold of " + sell));
            case HOLD ->
                Reason.of(SignalReason.SCORE_BETWEEN_THRESHOLDS, says(score, "lies between " + sell + " and " + buy));
        };
    }

    private static String says(double score, String what) {
        return "The weighted score " + Figures.signed(score) + " " + what + ".";
    }

    private ModelSignal abstained(SignalReason reason, String message) {
        return ModelSignal.Abstained.because(version, Reason.of(reason, message));
    }
}
