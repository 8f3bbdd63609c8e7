package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.bar.BarModels;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.bar.PositionPlan;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.learning.feature.PriceBars;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks every model about a bar and plans the positions they want. The same bars give the same answer at any time. */
public final class BarJudge {

    private final BarModels models;
    private final InstrumentCatalog catalog;
    private final DollarRates rates;

    public BarJudge(BarModels models, InstrumentCatalog catalog, DollarRates rates) {
        this.models = models;
        this.catalog = catalog;
        this.rates = rates;
    }

    /** Bars to hand over, the judged one included, for an answer that more bars would not change. */
    public int lookBack() {
        return models.lookBack();
    }

    /**
     * What is said about a bar.
     *
     * @param bars closed bars, oldest first
     * @param index the judged one among them
     * @param exact the same with its exact prices
     */
    public JudgedBar judge(SeriesKey series, PriceBars bars, int index, Candle exact, Opinion opinion) {
        Instrument instrument = catalog.find(series.symbol()).orElseThrow();
        List<PlannedSignal> signals = models.on(series, bars, index, opinion).stream()
                .map(signal -> planned(signal, instrument, bars, index, exact))
                .toList();
        Optional<Instant> previous =
                index == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(bars.openMillis(index - 1)));
        Instant closedAt = exact.openTime().plus(series.timeframe().length());
        return new JudgedBar(
                series, previous, exact, rates.dollarsPerQuote(instrument, exact.close(), series, closedAt), signals);
    }

    private static PlannedSignal planned(
            BarSignal signal, Instrument instrument, PriceBars bars, int index, Candle exact) {
        Optional<PositionPlan> plan = PositionPlan.of(signal, instrument, bars, index, exact.close());
        boolean wantsOne = signal.position() == PositionSignal.LONG || signal.position() == PositionSignal.SHORT;
        if (wantsOne && plan.isEmpty()) {
            // Without a range there is no distance for a stop, and a position without a stop is not wanted.
            Reason reason = Reason.of(SignalReason.NO_RANGE, SignalReason.NO_RANGE.sentence());
            return new PlannedSignal(
                    new BarSignal.Abstained(signal.code(), signal.version(), reason, signal.votes()), plan);
        }
        return new PlannedSignal(signal, plan);
    }
}
