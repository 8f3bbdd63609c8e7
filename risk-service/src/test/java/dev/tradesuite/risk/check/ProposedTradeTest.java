package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.TestTrades.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposedTradeTest {

    private static final Map<String, BigDecimal> RATES = Map.of(
            "GBPUSD", new BigDecimal("1.27"),
            "USDJPY", new BigDecimal("150"),
            "USDCHF", new BigDecimal("0.88"));

    /** The reference sizes: 10,000 USD at 2 % over 50 pips lose at most 200 USD. */
    @ParameterizedTest
    @CsvSource({
        // lots x 100,000 x 50 pips x pip, converted
        "EURUSD, 0.40, 1.0835, 1.0785, 200.00",
        // 0.60 x 1,000 JPY x 50 / 150
        "USDJPY, 0.60, 150, 149.50, 200.00",
        // 0.35 x 10 CHF x 50 / 0.88 = 198.8636...
        "USDCHF, 0.35, 0.88, 0.8750, 198.86363637",
        // 0.31 x 10 GBP x 50 x 1.27
        "EURGBP, 0.31, 0.8531, 0.8481, 196.85",
        // 0.60 x 1,000 JPY x 50 / 150
        "EURJPY, 0.60, 162.50, 162.00, 200.00",
    })
    void losesLotsTimesPipValueTimesPipsAtItsStop(
            String symbol, String lots, String entry, String stop, BigDecimal loss) {
        ProposedTrade trade = trade(symbol, Side.BUY, lots, entry, stop, null, RATES);

        assertThat(trade.lossAtStop("USD")).isEqualTo(Figure.of(loss));
    }

    @Test
    void ownPriceIsTheNewestRateOfItsPair() {
        // The rates say 150; the trade itself is at 160: 0.60 x 1,000 JPY x 50 / 160
        ProposedTrade trade = trade("USDJPY", Side.BUY, "0.60", "160", "159.50", null, RATES);

        assertThat(trade.lossAtStop("USD")).isEqualTo(Figure.of(new BigDecimal("187.50")));
    }

    @Test
    void takesTheMarginOfTheInstrumentUnlessAHigherOneIsStated() {
        // 0.4 x 100,000 x 1.0835 = 43,340 USD; 2 % of it, and a tenth of it
        assertThat(trade("EURUSD", Side.BUY, "0.4", "1.0835", null).margin("USD"))
                .isEqualTo(Figure.of(new BigDecimal("866.80")));
        assertThat(trade("EURUSD", Side.BUY, "0.4", "1.0835", null, "10", RATES).margin("USD"))
                .isEqualTo(Figure.of(new BigDecimal("4334.00")));
        assertThat(trade("EURUSD", Side.BUY, "0.4", "1.0835", null, "500", RATES)
                        .margin("USD"))
                .isEqualTo(Figure.of(new BigDecimal("866.80")));
    }

    @Test
    void saysWhichConversionIsMissing() {
        ProposedTrade trade = trade("EURGBP", Side.BUY, "0.31", "0.8531", "0.8481");

        assertThat(trade.margin("USD"))
                .isEqualTo(Figure.unknown(
                        RiskReason.CONVERSION_RATE_MISSING,
                        "no price converts GBP to USD; send it in conversion_rates"));
    }

    @Test
    void withoutAStopThatProtectsTheLossIsNotKnown() {
        assertThat(trade("EURUSD", Side.BUY, "0.4", "1.0835", null).lossAtStop("USD"))
                .isInstanceOfSatisfying(Figure.Unknown.class, unknown -> assertThat(unknown.reason())
                        .isEqualTo(RiskReason.STOP_MISSING));
        assertThat(trade("EURUSD", Side.SELL, "0.4", "1.0835", "1.0785").lossAtStop("USD"))
                .isInstanceOfSatisfying(Figure.Unknown.class, unknown -> assertThat(unknown.reason())
                        .isEqualTo(RiskReason.STOP_ON_WRONG_SIDE));
    }
}
