package dev.tradesuite.brain.feed.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedFeedTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final Instrument euro = catalog.find("EURUSD.SIM").orElseThrow();

    @Test
    void aBarFollowsFromSeedSymbolAndDayAlone() {
        List<Candle> all = bars(new SimulatedFeed(42, Timeframe.M5), euro, MONDAY, Duration.ofDays(3));

        SimulatedFeed other = new SimulatedFeed(42, Timeframe.M5);
        Instant wednesday = MONDAY.plus(Duration.ofDays(2));
        assertThat(bars(other, euro, wednesday, Duration.ofDays(1))).isEqualTo(all.subList(576, 864));
        assertThat(bars(other, euro, MONDAY, Duration.ofDays(1))).isEqualTo(all.subList(0, 288));
    }

    @Test
    void anotherSeedOrSymbolIsAnotherMarket() {
        List<Candle> bars = bars(new SimulatedFeed(42, Timeframe.M5), euro, MONDAY, Duration.ofDays(1));

        assertThat(bars(new SimulatedFeed(43, Timeframe.M5), euro, MONDAY, Duration.ofDays(1)))
                .isNotEqualTo(bars);
        Instrument gold = catalog.find("XAUUSD.SIM").orElseThrow();
        assertThat(bars(new SimulatedFeed(42, Timeframe.M5), gold, MONDAY, Duration.ofDays(1)))
                .isNotEqualTo(bars);
    }

    @Test
    void barsFollowOneAnotherWithoutAJumpOverEveryMidnight() {
        List<Candle> bars = bars(new SimulatedFeed(42, Timeframe.M5), euro, MONDAY, Duration.ofDays(5));

        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).open()).isEqualByComparingTo(bars.get(i - 1).close());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EURUSD.SIM", "XAUUSD.SIM", "USDCOP.SIM", "USDJPY.SIM", "BTCUSDT.SIM"})
    void pricesMoveInTicksAndStayPrices(String symbol) {
        Instrument instrument = catalog.find(symbol).orElseThrow();
        List<Candle> bars = bars(new SimulatedFeed(42, Timeframe.M5), instrument, MONDAY, Duration.ofDays(30));

        assertThat(bars).hasSize(30 * 288);
        assertThat(bars).allSatisfy(bar -> {
            assertThat(bar.close().remainder(instrument.tickSize())).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(bar.low()).isPositive();
        });
        long moving = bars.stream().filter(bar -> !bar.flat()).count();
        assertThat(moving).isGreaterThan(bars.size() * 95L / 100);
    }

    @Test
    void thePriceBetweenBarsNeverLeavesTheBarThatComesOfIt() {
        SimulatedFeed feed = new SimulatedFeed(42, Timeframe.M5);
        Candle bar = bars(feed, euro, MONDAY, Duration.ofMinutes(5)).getFirst();

        for (int second = 0; second < 300; second++) {
            BigDecimal price = feed.price(euro, MONDAY.plusSeconds(second)).orElseThrow();
            assertThat(price).isBetween(bar.low(), bar.high());
        }
        assertThat(feed.price(euro, MONDAY)).contains(bar.open());
    }

    @Test
    void onlyClosedBarsAreBroughtAndNoneBeforeItsFirstDay() {
        SimulatedFeed feed = new SimulatedFeed(42, Timeframe.M5);

        assertThat(bars(feed, euro, MONDAY, Duration.ofSeconds(299))).isEmpty();
        assertThat(bars(feed, euro, Instant.parse("2025-12-31T23:50:00Z"), Duration.ofMinutes(20)))
                .extracting(Candle::openTime)
                .containsExactly(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:05:00Z"));
        assertThat(feed.price(euro, Instant.parse("2025-12-31T23:59:59Z"))).isEmpty();
    }

    private static List<Candle> bars(SimulatedFeed feed, Instrument instrument, Instant from, Duration span) {
        return feed.bars(instrument, from, from.plus(span));
    }
}
