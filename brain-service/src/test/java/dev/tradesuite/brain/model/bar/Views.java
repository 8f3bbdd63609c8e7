package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;

/** What models are shown, for tests. */
public final class Views {

    public static final SeriesKey EURUSD = new SeriesKey("EURUSD", Timeframe.M5);

    private Views() {}

    /** The last of these candles. */
    public static BarView ofLast(CandleSeries candles) {
        return new BarView(
                EURUSD,
                ClosedBars.of(candles),
                candles.size() - 1,
                List.of(),
                Opinion.missing(SignalReason.NO_OPINION));
    }

    /** Nothing but what others say, and an opinion. */
    public static BarView hearing(Opinion opinion, BarSignal... others) {
        CandleSeries none = CandleSeries.empty("EURUSD", Timeframe.M5);
        return new BarView(EURUSD, ClosedBars.of(none), -1, List.of(others), opinion);
    }
}
