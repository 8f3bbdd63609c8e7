package dev.tradesuite.signals.book.client;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.SignalScore;
import dev.tradesuite.contracts.brain.StrategySignal;
import dev.tradesuite.signals.book.ModelSaid;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.signals.signal.ScoreNotes;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads closed bars with their signals as the brain writes them. */
public final class SignalBarMapper {

    private final JsonMapper json;

    /** @param json writes the votes as they are stored */
    public SignalBarMapper(JsonMapper json) {
        this.json = json;
    }

    /**
     * The bar.
     *
     * @throws IllegalArgumentException when a required part is missing; it will not be better the next time
     */
    public SignalBar bar(BarSignals event) {
        if (event.symbol() == null || event.timeframe() == null || event.bar() == null || event.signals() == null) {
            throw new IllegalArgumentException("bar.signals lacks symbol, timeframe, bar or signals");
        }
        return new SignalBar(
                new SeriesName(event.symbol(), event.timeframe()),
                Optional.ofNullable(event.previousBar()),
                event.bar().openTime(),
                new SignalBar.BarPrices(
                        event.bar().open(),
                        event.bar().high(),
                        event.bar().low(),
                        event.bar().close()),
                Optional.ofNullable(event.conversionRate()),
                event.label(),
                event.signals().stream().map(this::said).toList());
    }

    private ModelSaid said(StrategySignal signal) {
        return new ModelSaid(
                signal.strategyCode(),
                signal.signal(),
                signal.confidence(),
                signal.size(),
                prices(signal),
                new ModelSaid.Reasoning(signal.reasoning(), signal.invalidationCondition()),
                ScoreNotes.stored(
                        signal.features(),
                        score(signal.score()),
                        signal.noScore() == null ? null : signal.noScore().code()),
                json.writeValueAsString(signal.votes()),
                new ModelSaid.Origin(
                        signal.model().version(),
                        signal.model().proxy(),
                        signal.abstained() == null ? null : signal.abstained().code()));
    }

    private static ScoreNotes.@Nullable Score score(@Nullable SignalScore score) {
        return score == null
                ? null
                : new ScoreNotes.Score(
                        score.feature(),
                        score.value(),
                        score.thresholds().stream()
                                .map(threshold ->
                                        new ScoreNotes.Mark(threshold.signal(), threshold.beyond(), threshold.value()))
                                .toList());
    }

    private static ModelSaid.@Nullable Prices prices(StrategySignal signal) {
        BigDecimal entry = signal.entryPrice();
        BigDecimal stop = signal.stopLoss();
        BigDecimal target = signal.takeProfit();
        return entry == null || stop == null || target == null ? null : new ModelSaid.Prices(entry, stop, target);
    }
}
