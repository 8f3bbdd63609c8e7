package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;

/** Series for tests, written as their closes. */
final class SeriesOf {

    private SeriesOf() {}

    /** Five-minute candles of EURUSD without a gap; open, high and low are the close. */
    static CandleSeries m5(Instant start, double... closes) {
        CandleSeries.Builder builder = new CandleSeries.Builder("EURUSD", Timeframe.M5, closes.length);
        for (int i = 0; i < closes.length; i++) {
            builder.add(start.plusSeconds(300L * i).toEpochMilli(), closes[i], closes[i], closes[i], closes[i], 1);
        }
        return builder.build();
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
