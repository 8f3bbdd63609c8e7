package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentCatalogTest {

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();
    private static final String HEADER = "symbol,asset_class,base,quote,contract_size,pip_size,tick_size,lot_step,"
            + "min_lot,max_lot,margin_rate,min_stop_pips,max_stop_pips,default_stop_pips\n";

    @Test
    void holdsThe28PairsOfTheEightMajorsWithTheirPips() {
        List<String> majors = List.of("AUD", "CAD", "CHF", "EUR", "GBP", "JPY", "NZD", "USD");
        List<Instrument> pairs = new ArrayList<>();
        for (String one : majors) {
            for (String other : majors) {
                CATALOG.find(one + other).ifPresent(pairs::add);
            }
        }

        assertThat(pairs).hasSize(28).allSatisfy(pair -> {
            assertThat(pair.contractSize()).isEqualByComparingTo("100000");
            assertThat(pair.marginRate()).isEqualByComparingTo("0.02");
            assertThat(pair.pipSize()).isEqualByComparingTo(pair.quote().equals("JPY") ? "0.01" : "0.0001");
        });
    }

    @Test
    void holdsGoldThePesoSharesAndCoins() {
        assertThat(CATALOG.find("XAUUSD").orElseThrow().contractSize()).isEqualByComparingTo("100");
        assertThat(CATALOG.find("USDCOP")).isPresent();
        assertThat(CATALOG.all().stream().filter(each -> each.assetClass() == AssetClass.STOCK))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(share -> {
                    assertThat(share.lotStep()).isEqualByComparingTo("1");
                    assertThat(share.pipSize()).isEqualByComparingTo("0.01").isEqualByComparingTo(share.tickSize());
                    assertThat(share.contractSize()).isEqualByComparingTo("1");
                });
        assertThat(List.of("BTCUSD", "BTCUSDT", "ETHUSD"))
                .allSatisfy(coin ->
                        assertThat(CATALOG.find(coin).orElseThrow().lotStep()).isLessThan(BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD, 0.0050",
        "USDJPY, 0.50",
        "USDTRY, 0.40",
        "USDCOP, 30",
        "XAUUSD, 30",
        "XAGUSD, 1",
        "AAPL, 5",
        "BTCUSD, 2500"
    })
    void knowsHowFarAStopIsThatNobodyStated(String symbol, String distance) {
        Instrument instrument = CATALOG.find(symbol).orElseThrow();

        assertThat(instrument.pipsToPrice(instrument.defaultStopPips())).isEqualByComparingTo(distance);
    }

    @Test
    void namesEveryExchangeRateAfterItsCurrencies() {
        assertThat(CATALOG.all())
                .filteredOn(each -> each.assetClass().isExchangeRate())
                .allSatisfy(each -> assertThat(each.symbol()).isEqualTo(each.base() + each.quote()));
    }

    @Test
    void findsASymbolInAnyCaseAndLanguage() {
        Locale before = Locale.getDefault();
        try {
            // In Turkish the upper case of i is not I.
            Locale.setDefault(Locale.of("tr"));
            assertThat(CATALOG.find("dis")).map(Instrument::symbol).hasValue("DIS");
            assertThat(CATALOG.find("eurUSD")).map(Instrument::symbol).hasValue("EURUSD");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsNothingForWhatItDoesNotKnow() {
        assertThat(CATALOG.find("EURXXX")).isEmpty();
        assertThat(CATALOG.find("")).isEmpty();
        assertThat(CATALOG.find("EURUSDX")).isEmpty();
    }

    @Test
    void addsAndReplacesInstrumentsFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.csv");
        Files.writeString(
                file,
                HEADER
                        + """
            USDPEN,fx,USD,PEN,100000,0.0001,0.0001,0.01,0.01,20,0.05,5,5000,200
            EURUSD,fx,EUR,USD,100000,0.0001,0.00001,0.01,0.01,10,0.0333,2,2000,50
            """);

        InstrumentCatalog catalog = CATALOG.withOverlay(file);

        assertThat(catalog.find("USDPEN")).isPresent();
        assertThat(catalog.find("EURUSD").orElseThrow().maxLot()).isEqualTo(Lots.of("10"));
        assertThat(catalog.all()).hasSize(CATALOG.all().size() + 1);
        assertThat(CATALOG.find("USDPEN")).isEmpty();
    }

    @Test
    void saysWhichFileCannotBeReadAndWhy(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.csv");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThatThrownBy(() -> CATALOG.withOverlay(missing))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Instruments cannot be read from " + missing + ": there is no such file");
        assertThatThrownBy(() -> CATALOG.withOverlay(binary))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("binary.csv: it must be a readable text file in UTF-8");
    }

    @Test
    void knowsTheCurrenciesOfASymbol() {
        assertThat(CATALOG.currencyPair("BTCUSDT")).hasValue(new CurrencyPair("BTC", "USDT"));
        assertThat(CATALOG.currencyPair("USDPEN")).hasValue(new CurrencyPair("USD", "PEN"));
        assertThat(CATALOG.currencyPair("USDTEUR")).hasValue(new CurrencyPair("USDT", "EUR"));
        assertThat(CATALOG.currencyPair("USDTXYZ")).isEmpty();
        assertThat(CATALOG.currencyPair("AAPL")).isEmpty();
        assertThat(CATALOG.currencyPair("GOOGLE")).hasValue(new CurrencyPair("GOO", "GLE"));
        assertThat(CATALOG.currencyPair("EUR/USD")).hasValue(new CurrencyPair("EUR", "USD"));
    }

    @Test
    void namesThePairsThatHelpToConvert() {
        assertThat(CATALOG.symbolsToConvert("GBP", "USD")).containsExactly("GBPUSD", "EURGBP", "EURUSD");
        assertThat(CATALOG.symbolsToConvert("JPY", "USD")).containsExactly("USDJPY", "EURJPY", "EURUSD");
        assertThat(CATALOG.symbolsToConvert("COP", "EUR")).containsExactly("USDCOP", "EURUSD");
        assertThat(CATALOG.symbolsToConvert("USDT", "USD")).containsExactly("USDTUSD", "EURUSD");
        assertThat(CATALOG.symbolsToConvert("USD", "USD")).isEmpty();
        assertThat(CATALOG.symbolsToConvert("XXX", "YYY")).isEmpty();
    }
}
