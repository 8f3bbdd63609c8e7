package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolSpellingTest {

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();

    @ParameterizedTest
    @CsvSource({
        "eurusd, EURUSD",
        "EUR/USD, EURUSD",
        "EUR / USD, EURUSD",
        "EUR_USD, EURUSD",
        "EUR-USD, EURUSD",
        "EUR USD, EURUSD",
        "EUR.USD, EURUSD",
        "' eur/usd ', EURUSD",
        "usdcop, USDCOP",
        "BTC-USDT, BTCUSDT",
        "btc_usdt, BTCUSDT",
        "BRK.B, BRK.B",
        "BRK-B, BRK.B",
        "BRK/B, BRK.B"
    })
    void readsASymbolWhateverIsBetweenItsParts(String written, String symbol) {
        assertThat(symbolOf(written)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "OANDA:EURUSD, EURUSD",
        "OANDA:EUR_USD, EURUSD",
        "FX_IDC:EURGBP, EURGBP",
        "fx:eur/usd, EURUSD",
        "BINANCE:BTCUSDT, BTCUSDT",
        "NASDAQ:AAPL, AAPL",
        "NYSE:T, T",
        "NYSE:BRK.B, BRK.B"
    })
    void readsASymbolBehindItsVenue(String written, String symbol) {
        assertThat(symbolOf(written)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD.pro, EURUSD",
        "EURUSD.r, EURUSD",
        "XAUUSD_raw, XAUUSD",
        "EURUSD-ECN, EURUSD",
        "USDJPY#, USDJPY",
        "GBPUSD+, GBPUSD",
        "EURUSD=X, EURUSD",
        "AAPL.US, AAPL"
    })
    void readsWhatBrokersAndVendorsAppendToTheSameMarket(String written, String symbol) {
        assertThat(symbolOf(written)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                ":",
                "EURUSDX",
                "EURUSDm",
                "EURU/SD",
                "EUR//USD",
                "E/U/R/USD",
                "BRKB",
                "AAPL.pro",
                "EURUSD.US",
                "A-APL",
                "OANDA:",
                "A:B:EURUSD",
                "EURUSD:",
                "EURUSDGBPUSD",
                "NOSUCH",
                "\u0000EURUSD"
            })
    void readsNothingThatOnlyLooksAlike(String written) {
        assertThat(catalog.find(written)).isEmpty();
        assertThat(catalog.refusal(written)).isEqualTo("expected a symbol that GET /api/v1/instruments lists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BINANCE:BTCUSDT.P",
                "btcusdt.p",
                "BTCUSDTPERP",
                "BTC-PERP",
                "BTC-USDT-SWAP",
                "BTC/USDT:USDT",
                "ETH-PERPETUAL",
                "BTCUSDT_UMCBL"
            })
    void refusesPerpetualContractsAndSaysWhatTheyAre(String written) {
        assertThat(catalog.find(written)).isEmpty();
        assertThat(catalog.refusal(written))
                .contains("perpetual contract (.P, PERP or SWAP)")
                .contains("send the symbol and the price of the spot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CME:6E1!", "BTC1!", "BTCUSDT_240628", "BTC-28JUN24"})
    void refusesFuturesAndSaysWhatTheyAre(String written) {
        assertThat(catalog.find(written)).isEmpty();
        assertThat(catalog.refusal(written)).startsWith("this is a future, another market than the spot");
    }

    @Test
    void readsNoTextThatIsTooLongToBeASymbol() {
        String written = "X".repeat(1_000_000) + ":EURUSD";

        assertThat(catalog.find(written)).isEmpty();
        assertThat(catalog.refusal(written)).isEqualTo("expected a symbol that GET /api/v1/instruments lists");
    }

    @Test
    void readsEveryInstrumentByItsOwnSymbolAndBehindAVenue() {
        assertThat(catalog.all()).allSatisfy(instrument -> {
            assertThat(symbolOf(instrument.symbol())).isEqualTo(instrument.symbol());
            assertThat(symbolOf("OANDA:" + instrument.symbol().toLowerCase(Locale.ROOT)))
                    .isEqualTo(instrument.symbol());
        });
    }

    @Test
    void readsEveryExchangeRateByBaseAndQuote() {
        assertThat(catalog.all())
                .filteredOn(instrument -> instrument.assetClass().isExchangeRate())
                .allSatisfy(rate -> assertThat(List.of("/", "_", "-", ".", " "))
                        .allSatisfy(separator -> assertThat(symbolOf(rate.base() + separator + rate.quote()))
                                .isEqualTo(rate.symbol())));
    }

    @Test
    void anInstrumentOfTheCatalogueWinsOverAReadingOfItsName() {
        Instrument spot = catalog.find("BTCUSDT").orElseThrow();
        Instrument perpetual = new Instrument(
                "BTCUSDT.P",
                spot.assetClass(),
                "BTCP",
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

        assertThat(InstrumentCatalog.of(List.of(spot, perpetual)).find("BINANCE:btcusdt.p"))
                .contains(perpetual);
    }

    @Test
    void putsPricesUnderTheSymbolsOfTheCatalogue() {
        Map<String, BigDecimal> prices =
                Map.of("EUR/USD", new BigDecimal("1.0835"), "usdjpy", new BigDecimal("150"), "NOSUCH", BigDecimal.ONE);

        assertThat(catalog.bySymbol(prices))
                .isEqualTo(Map.of(
                        "EURUSD", new BigDecimal("1.0835"), "USDJPY", new BigDecimal("150"), "NOSUCH", BigDecimal.ONE));
    }

    @Test
    void convertsWithPricesHoweverTheirPairsAreWritten() {
        ConversionRates rates = ConversionRates.of(catalog, Map.of("EUR/USD", new BigDecimal("1.0835")));

        assertThat(rates.find("EUR", "USD").orElseThrow().path()).isEqualTo("EURUSD");
        assertThat(rates.find("EUR", "USD").orElseThrow().numerator()).isEqualByComparingTo("1.0835");
    }

    private String symbolOf(String written) {
        return catalog.find(written).map(Instrument::symbol).orElse("nothing");
    }
}
