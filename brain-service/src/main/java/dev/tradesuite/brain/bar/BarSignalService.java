package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.ClosedBars;
import dev.tradesuite.brain.model.bar.WeightedSides;
import dev.tradesuite.brain.model.overlay.OverlayQuestion;
import dev.tradesuite.brain.model.overlay.OverlayService;
import java.util.List;
import java.util.Optional;

/**
 * Judges a bar as it closes.
 *
 * <p>The bars are read from the database, not from the event: an event that comes late or twice is judged on the bars
 * up to its own, as it was the first time.
 */
public final class BarSignalService {

    private final BarJudge judge;
    private final CandleReader candles;
    private final OverlayService overlay;
    private final BarSignalEvents events;
    private final BarSettings settings;

    public BarSignalService(
            BarJudge judge,
            CandleReader candles,
            OverlayService overlay,
            BarSignalEvents events,
            BarSettings settings) {
        this.judge = judge;
        this.candles = candles;
        this.overlay = overlay;
        this.events = events;
        this.settings = settings;
    }

    /** Whether bars of this series are judged. */
    public boolean judges(ClosedBar closed) {
        return settings.covers(closed.series().symbol(), closed.series().timeframe());
    }

    /**
     * Judges a bar and tells what was said, with the transaction under way; empty when the bar is no longer stored.
     *
     * @return what may be asked of the language model once the transaction has ended
     */
    public Optional<OverlayQuestion> judge(ClosedBar closed) {
        CandleSeries bars = candles.newest(closed.series(), closed.closedAt(), judge.lookBack() + 1);
        int index = bars.size() - 1;
        if (index < 0 || !bars.openTime(index).equals(closed.bar().openTime())) {
            return Optional.empty();
        }
        JudgedBar judged = judge.judge(
                closed.series(),
                ClosedBars.of(bars),
                index,
                closed.bar(),
                overlay.on(closed.series().symbol(), closed.series().timeframe(), closed.closedAt()));
        events.publish(closed, judged);
        return Optional.of(question(closed, judged, bars.close(index)));
    }

    private static OverlayQuestion question(ClosedBar closed, JudgedBar judged, double close) {
        List<BarSignal> others = judged.signals().stream()
                .map(PlannedSignal::signal)
                .filter(signal -> signal.code() != BarModelCode.LLM_CLAUDE && signal.code() != BarModelCode.ENSEMBLE)
                .toList();
        int lean = WeightedSides.of(others, WeightedSides.WITHOUT_OVERLAY).lean();
        return new OverlayQuestion(
                closed.series().symbol(), closed.series().timeframe(), closed.closedAt(), close, lean, others);
    }
}
