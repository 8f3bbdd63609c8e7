package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.InstrumentCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolNamesTest {

    private final SymbolNames names = new SymbolNames(InstrumentCatalog.shipped());

    @ParameterizedTest
    @CsvSource({"USD/COP, USDCOP", "usdcop, USDCOP", "EUR-USD, EURUSD", "btc_usdt, BTCUSDT", "BRK.B, BRK.B"})
    void findsTheInstrumentWhateverSeparatorAFileUses(String name, String symbol) {
        assertThat(names.find(name)).contains(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "EURUSDX", "/", "BRKB"})
    void findsNothingThatOnlyLooksAlike(String name) {
        assertThat(names.find(name)).isEmpty();
    }

    @Test
    void everyInstrumentIsFoundByItsOwnSymbol() {
        InstrumentCatalog.shipped().all().forEach(instrument -> assertThat(names.find(instrument.symbol()))
                .contains(instrument.symbol()));
    }
}
