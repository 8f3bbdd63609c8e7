package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultStopTest {

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    @ParameterizedTest
    @CsvSource({
        // 2 x 0.0012 = 0.0024 are 24 pips; 2 x 12.34 USD of gold are 2,468 pips of a cent
        "EURUSD, 0.0012,     24",
        "EURUSD, 0.00123456, 24.7",
        "XAUUSD, 12.34,      2468",
        "BTCUSD, 800,        1600",
    })
    void isSoManyAverageTrueRangesAway(String symbol, BigDecimal atr, String pips) {
        assertThat(of(symbol, atr).distance()).isEqualTo(Pips.of(pips));
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD, 50",
        "XAUUSD, 3000",
        "XAGUSD, 1000",
        "AAPL, 500",
        "BTCUSDT, 2500",
        "USDCOP, 3000",
        "USDTRY, 4000"
    })
    void isTheInstrumentsOwnWhileNoRangeIsKnown(String symbol, String pips) {
        assertThat(of(symbol, null).distance()).isEqualTo(Pips.of(pips));
        assertThat(of(symbol, BigDecimal.ZERO).distance()).as("a flat market").isEqualTo(Pips.of(pips));
    }

    @Test
    void saysWhichRuleGaveIt() {
        assertThat(of("EURUSD", new BigDecimal("0.0012")).rule())
                .isEqualTo("No stop was given; 2 x the average true range of 0.0012 was used, 24 pips.");
        assertThat(of("XAUUSD", null).rule())
                .isEqualTo(
                        "No stop was given and no average true range is known; the distance of the catalogue for XAUUSD"
                                + " was used, 3000 pips.");
    }

    @Test
    void staysWithinTheBoundsOfTheInstrument() {
        // 2 x 0.00005 is one pip, 2 x 0.5 are 10,000; EURUSD allows 2 to 2,000
        assertThat(of("EURUSD", new BigDecimal("0.00005")).distance()).isEqualTo(Pips.of(2));
        assertThat(of("EURUSD", new BigDecimal("0.5"))).satisfies(stop -> {
            assertThat(stop.distance()).isEqualTo(Pips.of(2000));
            assertThat(stop.rule()).endsWith("was used, 2000 pips; EURUSD allows 2 to 2000.");
        });
    }

    private static DefaultStop of(String symbol, @Nullable BigDecimal atr) {
        Instrument instrument = CATALOG.find(symbol).orElseThrow();
        return DefaultStop.of(instrument, atr, BigDecimal.TWO);
    }
}
