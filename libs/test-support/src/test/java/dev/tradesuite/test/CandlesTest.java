package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandlesTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void movingCandlesFollowOneAnotherWithoutAGap() {
        List<Candle> candles = Candles.moving(Timeframe.M5, START, 3, "1.1000", "-0.0010");

        assertThat(candles)
                .extracting(Candle::close)
                .containsExactly(new BigDecimal("1.0990"), new BigDecimal("1.0980"), new BigDecimal("1.0970"));
        assertThat(candles.get(1).open()).isEqualTo(candles.get(0).close());
        assertThat(candles.get(2).openTime()).isEqualTo("2026-01-05T10:10:00Z");
        // From 1.0990 down to 1.0980, and half a step beyond on either side.
        assertThat(candles.get(1).high()).isEqualByComparingTo("1.0995");
        assertThat(candles.get(1).low()).isEqualByComparingTo("1.0975");
    }

    @Test
    void flatCandlesHaveOnePrice() {
        assertThat(Candles.flat(Timeframe.H1, START, 2, "150"))
                .allSatisfy(candle -> assertThat(List.of(candle.open(), candle.high(), candle.low(), candle.close()))
                        .allSatisfy(price -> assertThat(price).isEqualByComparingTo("150")));
    }

    @Test
    void walkIsTheSameForTheSameSeedAndAlwaysWellFormed() {
        List<Candle> walk = Candles.walk(Timeframe.M5, START, 200, "1.1", "0.0005", 42);

        assertThat(walk).isEqualTo(Candles.walk(Timeframe.M5, START, 200, "1.1", "0.0005", 42));
        assertThat(walk).isNotEqualTo(Candles.walk(Timeframe.M5, START, 200, "1.1", "0.0005", 43));
        assertThat(walk).allSatisfy(candle -> {
            assertThat(candle.high()).isGreaterThanOrEqualTo(candle.open().max(candle.close()));
            assertThat(candle.low()).isLessThanOrEqualTo(candle.open().min(candle.close()));
        });
    }
}
