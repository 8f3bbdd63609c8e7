package dev.tradesuite.brain.signal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentCandlesTest {

    private static final Candle TEN = at("2026-01-05T10:00:00Z");
    private static final Candle FIVE_PAST = at("2026-01-05T10:05:00Z");
    private static final Candle TEN_PAST = at("2026-01-05T10:10:00Z");
    private static final Instant QUARTER_PAST = Instant.parse("2026-01-05T10:15:00Z");

    @Test
    void newestFirstIsSorted() {
        SentCandles read = SentCandles.of(List.of(TEN_PAST, FIVE_PAST, TEN), Timeframe.M5, QUARTER_PAST);
        assertThat(read.candles()).containsExactly(TEN, FIVE_PAST, TEN_PAST);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void whatIsSentTwiceCountsOnce() {
        SentCandles read = SentCandles.of(List.of(TEN, FIVE_PAST, FIVE_PAST), Timeframe.M5, QUARTER_PAST);
        assertThat(read.candles()).containsExactly(TEN, FIVE_PAST);
        assertThat(read.warnings())
                .containsExactly(
                        new Reason("CANDLES_REPEATED", "1 of 3 candles were sent more than once; each counts once."));
    }

    @Test
    void theCandleThatIsStillFormingIsLeftOut() {
        SentCandles read = SentCandles.of(List.of(TEN, FIVE_PAST, TEN_PAST), Timeframe.M5, QUARTER_PAST.minusMillis(1));
        assertThat(read.candles()).containsExactly(TEN, FIVE_PAST);
        assertThat(read.warnings())
                .containsExactly(new Reason(
                        "CANDLE_STILL_FORMING",
                        "The candle of 2026-01-05T10:10:00Z closes at 2026-01-05T10:15:00Z; it was left out."));
    }

    private static Candle at(String openTime) {
        return new Candle(
                Instant.parse(openTime), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, null);
    }
}
