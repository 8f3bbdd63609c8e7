package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesKindTest {

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();

    @ParameterizedTest
    @CsvSource({
        "EURUSD.SIM, EURUSD, SIMULATED",
        "eurusd.sim, EURUSD, SIMULATED",
        "EUR/USD.SIM, EURUSD, SIMULATED",
        "SUITE:XAUUSD.SIM, XAUUSD, SIMULATED",
        "USDCOP.REPLAY, USDCOP, REPLAYED",
        "BRK.B.SIM, BRK.B, SIMULATED",
        "brk-b.replay, BRK.B, REPLAYED"
    })
    void aSeriesOfItsOwnHasTheTermsOfItsInstrument(String written, String market, SeriesKind kind) {
        Instrument real = catalog.find(market).orElseThrow();
        Instrument own = catalog.find(written).orElseThrow();

        assertThat(own.symbol()).isEqualTo(kind.symbolOf(market));
        assertThat(own.seriesKind()).isEqualTo(kind);
        assertThat(own.marketSymbol()).isEqualTo(market);
        assertThat(own).usingRecursiveComparison().ignoringFields("symbol").isEqualTo(real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".SIM", "SIM", "NOSUCH.SIM", "EURUSD.SIM.SIM", "EURUSD.SIM.REPLAY", "EURUSDSIM", "BTCUSDT.P.SIM"
            })
    void nothingElseIsSuchASeries(String written) {
        assertThat(catalog.find(written)).isEmpty();
    }

    @Test
    void thePerpetualContractIsStillAnotherMarket() {
        assertThat(catalog.find("BTCUSDT.P")).isEmpty();
        assertThat(catalog.refusal("BTCUSDT.P")).contains("perpetual contract");
    }

    @Test
    void theCatalogueListsInstrumentsOfTheMarketOnly() {
        assertThat(catalog.all()).allMatch(instrument -> instrument.seriesKind() == SeriesKind.MARKET);
    }

    @Test
    void aNameThatWouldBeTooLongHasNoSuchSeries() {
        Instrument spot = catalog.find("EURUSD").orElseThrow();
        Instrument longest = new Instrument(
                "ABCDEFGHIJKLMNOPQRST",
                AssetClass.STOCK,
                "ABC",
                spot.quote(),
                spot.contractSize(),
                spot.pipSize(),
                spot.tickSize(),
                spot.lotStep(),
                spot.minLot(),
                spot.maxLot(),
                spot.marginRate(),
                spot.minStopPips(),
                spot.maxStopPips(),
                spot.defaultStopPips());
        InstrumentCatalog own = InstrumentCatalog.of(List.of(spot, longest));

        assertThat(own.find("ABCDEFGHIJKLMNOPQRST")).contains(longest);
        assertThat(own.find("ABCDEFGHIJKLMNOPQRST.SIM")).isEmpty();
    }

    @Test
    void madeUpPricesConvertNoCurrency() {
        assertThat(catalog.currencyPair("EURUSD.SIM")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConversionRates.of(catalog, Map.of("EURUSD.SIM", new BigDecimal("1.5"))))
                .withMessage("EURUSD.SIM is not a pair of currencies");
    }

    @Test
    void aMadeUpPriceConvertsItsOwnTradeOnlyWhileTheMarketsIsNotKnown() {
        Instrument simulated = catalog.find("USDJPY.SIM").orElseThrow();
        ConversionRates market = ConversionRates.of(catalog, Map.of("USDJPY", new BigDecimal("150")));

        assertThat(ConversionRates.none().with(simulated, new BigDecimal("200")).find("JPY", "USD"))
                .hasValueSatisfying(rate -> assertThat(rate.path()).isEqualTo("1/USDJPY.SIM"));
        assertThat(market.with(simulated, new BigDecimal("200")).find("JPY", "USD"))
                .hasValueSatisfying(rate -> assertThat(rate.path()).isEqualTo("1/USDJPY"));
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD, rest, true",
        "EURUSD, twelve-data, true",
        "EURUSD, simulator, false",
        "EURUSD, Simulator, false",
        "EURUSD, replay, false",
        "EURUSD.SIM, simulator, true",
        "EURUSD.SIM, rest, false",
        "EURUSD.SIM, replay, false",
        "EURUSD.REPLAY, replay, true",
        "EURUSD.REPLAY, simulator, false"
    })
    void madeUpAndRealPricesNeverShareASeries(String symbol, String source, boolean takes) {
        assertThat(SeriesKind.of(symbol).takes(source)).isEqualTo(takes);
    }
}
