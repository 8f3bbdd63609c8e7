package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFileTest {

    private static final String HEADER = "symbol,asset_class,base,quote,contract_size,pip_size,tick_size,lot_step,"
            + "min_lot,max_lot,margin_rate,min_stop_pips,max_stop_pips,default_stop_pips";
    private static final String GOOD = "EURUSD,fx,EUR,USD,100000,0.0001,0.00001,0.01,0.01,100,0.02,2,2000,50";

    @TempDir
    private Path folder;

    @Test
    void readsALineUnderItsHeader() throws IOException {
        List<Instrument> instruments = read(HEADER, "", "# a comment", " " + GOOD + " ");

        assertThat(instruments).singleElement().satisfies(eurusd -> {
            assertThat(eurusd.symbol()).isEqualTo("EURUSD");
            assertThat(eurusd.assetClass()).isEqualTo(AssetClass.FX);
            assertThat(eurusd.contractSize()).isEqualByComparingTo("100000");
            assertThat(eurusd.maxStopPips()).isEqualTo(Pips.of(2000));
            assertThat(eurusd.defaultStopPips()).isEqualTo(Pips.of(50));
        });
    }

    @Test
    void readsColumnsInAnyOrderBehindAByteOrderMark() throws IOException {
        String header = "\uFEFFquote,symbol,asset_class,base,contract_size,pip_size,tick_size,lot_step,min_lot,max_lot,"
                + "margin_rate,min_stop_pips,max_stop_pips,default_stop_pips";

        assertThat(read(header, "USD,EURUSD,FX,EUR,100000,0.0001,0.00001,0.01,0.01,100,0.02,2,2000,50"))
                .extracting(Instrument::quote)
                .containsExactly("USD");
    }

    @Test
    void namesEveryFaultyLineAndItsField() {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> read(
                        HEADER,
                        GOOD.replace("0.02", "2"),
                        GOOD,
                        GOOD.replace("fx", "bond"),
                        GOOD.replace("100000", "many"),
                        GOOD + ",1"))
                .withMessage(
                        """
                        Instruments cannot be read from %s:
                          line 2, margin_rate must be at most 1, was 2
                          line 4, asset_class must be one of [fx, metal, stock, crypto], was 'bond'
                          line 5, contract_size must be a number, was 'many'
                          line 6: expected 14 fields, found 15\
                        """
                                .formatted(file()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EURUSD,      | eurusd,      | symbol must be 1 to 20 of A-Z, 0-9, dot, dash, was eurusd",
                "EUR,USD      | EUR,EUR      | quote must differ from base, was EUR",
                "EUR,USD      | EUR,$        | quote must be a currency code such as USD, was $",
                "100000       | 0            | contract_size must be above 0, was 0",
                "0.0001,      | -1,          | pip_size must be above 0, was -1",
                "0.00001      | 0.00003      | tick_size must go into pip_size 0.0001 without a rest, was 0.00003",
                "0.01,0.01    | 0,0.01       | lot_step must be above 0, was 0",
                "0.01,0.01    | 1E-9,0.01    | lot_step must have at most 8 decimals, was 0.000000001",
                "0.01,0.01    | 0.01,0       | min_lot must be above 0, was 0",
                "0.01,0.01    | 0.01,-0.01   | min_lot must not be negative, was -0.01",
                "0.01,0.01    | 0.01,0.015   | min_lot must be a multiple of lot_step, was 0.015",
                "100,0.02     | 0.005,0.02   | max_lot must be a multiple of lot_step, was 0.005",
                "0.01,100     | 0.10,0.05    | max_lot must not be below min_lot, was 0.05",
                "0.02         | 0            | margin_rate must be above 0, was 0",
                "0.02         | NaN          | margin_rate must be a number, was 'NaN'",
                "2,2000,50    | 2,2,2        | max_stop_pips must be above min_stop_pips 2, was 2",
                "2,2000,50    | 2,2000,1     | default_stop_pips must be min_stop_pips to max_stop_pips, 2 to 2000,"
                        + " was 1",
                "2,2000,50    | x,2000,50    | min_stop_pips must be a number, was 'x'",
            })
    void saysWhichRuleOfTheFieldIsBroken(String found, String fault, String message) {
        assertThatThrownBy(() -> read(HEADER, GOOD.replace(found, fault))).hasMessageEndingWith("line 2, " + message);
    }

    @Test
    void refusesASymbolThatIsThereTwice() {
        assertThatThrownBy(() -> read(HEADER, GOOD, GOOD))
                .hasMessageContaining("line 3, symbol EURUSD is in the file twice");
    }

    @Test
    void refusesAHeaderThatLacksOrInventsColumns() {
        assertThatThrownBy(() -> read(HEADER.replace("pip_size", "pips") + ",quote", GOOD))
                .hasMessageContaining("line 1, header: the column pip_size is missing")
                .hasMessageContaining("line 1, header: the column 'pips' is not known")
                .hasMessageContaining("line 1, header: a column is there twice");
    }

    @Test
    void refusesAFileWithoutAnything() {
        assertThatThrownBy(() -> read("# only a comment"))
                .hasMessageContaining("the file has no header line; expected symbol,asset_class");
    }

    private List<Instrument> read(String... lines) throws IOException {
        return CatalogFile.read(Files.writeString(file(), String.join("\n", lines)));
    }

    private Path file() {
        return folder.resolve("mine.csv");
    }
}
