package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleSeriesTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void candleCountsAsClosedFromTheMomentItsLengthIsOver() {
        CandleSeries series = SeriesOf.m5(START, 1, 2, 3);

        assertThat(series.closedBy(START.plusSeconds(600)).closes()).containsExactly(1, 2);
        assertThat(series.closedBy(START.plusSeconds(599)).closes()).containsExactly(1);
        assertThat(series.closedBy(START.plusSeconds(299)).isEmpty()).isTrue();
        assertThat(series.closedBy(START.plusSeconds(9_999)).size()).isEqualTo(3);
    }

    @Test
    void lastTakesTheNewestAndNeverMoreThanThereAre() {
        CandleSeries series = SeriesOf.m5(START, 1, 2, 3);

        assertThat(series.last(2).closes()).containsExactly(2, 3);
        assertThat(series.last(9).closes()).containsExactly(1, 2, 3);
        assertThat(series.last(0).isEmpty()).isTrue();
        assertThat(series.last(-1).isEmpty()).isTrue();
    }

    @Test
    void partsCountFromTheirOwnFirstCandle() {
        CandleSeries part = SeriesOf.m5(START, 1, 2, 3, 4).last(3).closedBy(START.plusSeconds(900));

        assertThat(part.size()).isEqualTo(2);
        assertThat(part.openTime(0)).isEqualTo(START.plusSeconds(300));
        assertThat(part.close(1)).isEqualTo(3);
        assertThat(part.lastCloseTime()).contains(START.plusSeconds(900));
        assertThatThrownBy(() -> part.close(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> part.close(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void betweenIncludesItsStartAndExcludesItsEnd() {
        CandleSeries series = SeriesOf.m5(START, 1, 2, 3, 4);

        assertThat(series.between(START.plusSeconds(300), START.plusSeconds(900))
                        .closes())
                .containsExactly(2, 3);
        assertThat(series.between(START.plusSeconds(900), START).isEmpty()).isTrue();
    }

    @Test
    void seriesOfCandlesKeepsEveryValueAndMarksAMissingVolume() {
        Candle candle = new Candle(
                START,
                SeriesOf.decimal("1.1"),
                SeriesOf.decimal("1.3"),
                SeriesOf.decimal("1.0"),
                SeriesOf.decimal("1.2"),
                null);

        CandleSeries series = CandleSeries.of("EURUSD", Timeframe.M5, List.of(candle));

        assertThat(series.opens()).containsExactly(1.1);
        assertThat(series.highs()).containsExactly(1.3);
        assertThat(series.lows()).containsExactly(1.0);
        assertThat(series.closes()).containsExactly(1.2);
        assertThat(series.volume(0)).isNaN();
    }

    @Test
    void refusesCandlesThatDoNotGoForwardInTime() {
        CandleSeries series = SeriesOf.m5(START, 1, 2);

        assertThatThrownBy(() -> series.followedBy(SeriesOf.m5(START.plusSeconds(300), 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-05T10:05:00Z");
        assertThat(series.followedBy(SeriesOf.m5(START.plusSeconds(600), 3)).closes())
                .containsExactly(1, 2, 3);
    }

    @Test
    void copiesDoNotReachTheSeries() {
        CandleSeries series = SeriesOf.m5(START, 1, 2);

        series.closes()[0] = 99;

        assertThat(series.close(0)).isEqualTo(1);
    }
}
