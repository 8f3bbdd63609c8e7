package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestPriceServiceTest {

    private static final SeriesKey EURUSD = new SeriesKey("EURUSD", Timeframe.M5);

    /** After 20 candles. */
    private static final Instant NOW = TestCandles.START.plus(Duration.ofMinutes(100));

    @Test
    void tellsTheNewestCloseAndWhenItWasTrue() {
        assertThat(prices(TestCandles.moving(20, 1.1, 0.001)).of("EURUSD"))
                .contains(new LatestPriceService.LatestClose("EURUSD", new BigDecimal("1.119"), NOW));
        assertThat(prices(TestCandles.moving(20, 1.1, 0.001)).of("GBPUSD")).isEmpty();
    }

    @Test
    void averagesTheRangesOfFourteenCandles() {
        // Every candle but the first moves 0.001 and has wicks of 0.0005 on both sides: 0.002. The first one's 0.001
        // was
        // 1/14 of the first average and has been lowered six times since: 0.002 - 0.001 / 14 x (13/14)^6
        assertThat(prices(TestCandles.moving(20, 1.1, 0.001))
                        .usualRange("EURUSD", Timeframe.M5)
                        .atr())
                .isEqualByComparingTo("0.0019542107");
    }

    @Test
    void saysWhyThereIsNoAverageOfFewerCandles() {
        LatestPriceService.UsualRange range =
                prices(TestCandles.moving(13, 1.1, 0.001)).usualRange("EURUSD", Timeframe.M5);

        assertThat(range.atr()).isNull();
        assertThat(range.missing())
                .isEqualTo(Reason.of(
                        SignalReason.NOT_ENOUGH_CANDLES,
                        "There are 13 closed candles of EURUSD M5; the average true range needs 14."));
    }

    private static LatestPriceService prices(CandleSeries candles) {
        int last = candles.size() - 1;
        SeriesState state = new SeriesState(
                EURUSD,
                candles.openTime(0),
                candles.openTime(last),
                candles.openTime(last),
                BigDecimal.valueOf(candles.close(last)),
                candles.size(),
                1,
                1);
        return new LatestPriceService(
                new SeriesIndex(() -> List.of(state), Duration.ofMinutes(1), () -> 0),
                TestCandles.stored(candles),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
