package dev.tradesuite.brain.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DollarRatesTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private Instant lastOpen = AT.minusSeconds(300);
    private final DollarRates rates = new DollarRates(catalog, new OnePair());

    @Test
    void aPriceInDollarsNeedsNoRate() {
        assertThat(rate("EURUSD", "1.08")).contains(BigDecimal.ONE);
        assertThat(rate("XAUUSD.SIM", "4300")).contains(BigDecimal.ONE);
    }

    @Test
    void aPriceOfTheDollarIsItsOwnRate() {
        // 1 / 160
        assertThat(rate("USDJPY", "160"))
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo("0.00625"));
        assertThat(rate("USDCOP.SIM", "4000"))
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo("0.00025"));
    }

    @Test
    void aCrossTakesTheStoredPriceOfItsQuoteCurrency() {
        assertThat(rate("EURGBP", "0.86"))
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo("1.27"));
    }

    @Test
    void withoutAStoredPriceOrWithAnOldOneThereIsNoRate() {
        assertThat(rate("EURCHF", "0.94")).isEmpty();
        lastOpen = AT.minusSeconds(300 + 4 * 86_400);
        assertThat(rate("EURGBP", "0.86")).isEmpty();
    }

    private Optional<BigDecimal> rate(String symbol, String price) {
        return rates.dollarsPerQuote(
                catalog.find(symbol).orElseThrow(), new BigDecimal(price), new SeriesKey(symbol, Timeframe.M5), AT);
    }

    /** One candle of GBPUSD. */
    private final class OnePair implements CandleStore {

        @Override
        public CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit) {
            CandleSeries.Builder series = new CandleSeries.Builder(symbol, timeframe, 1);
            if (symbol.equals("GBPUSD")) {
                series.add(lastOpen.toEpochMilli(), 1.27, 1.27, 1.27, 1.27, 1);
            }
            return series.build();
        }

        @Override
        public CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to) {
            throw new AssertionError("not asked in these tests");
        }
    }
}
