package dev.tradesuite.support.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.MarketStatus;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.support.boot.ConfigMistake;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentAutoConfigurationTest {

    private final InstrumentAutoConfiguration configuration = new InstrumentAutoConfiguration();

    @Test
    void offersTheShippedInstrumentsWithoutAFile() {
        InstrumentCatalog catalog = configuration.instrumentCatalog(new InstrumentSettings(null, null));

        assertThat(catalog.all()).isEqualTo(InstrumentCatalog.shipped().all());
    }

    @Test
    void addsTheInstrumentsOfTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.csv");
        Files.writeString(
                file,
                """
                symbol,asset_class,base,quote,contract_size,pip_size,tick_size,lot_step,min_lot,max_lot,margin_rate,min_stop_pips,max_stop_pips,default_stop_pips
                USDPEN,fx,USD,PEN,100000,0.0001,0.0001,0.01,0.01,20,0.05,5,5000,200
                """);

        InstrumentCatalog catalog = configuration.instrumentCatalog(new InstrumentSettings(file, null));

        assertThat(catalog.find("USDPEN")).isPresent();
        assertThat(catalog.find("EURUSD")).isPresent();
    }

    @Test
    void saysWhatToDoAboutAFaultyFile(@TempDir Path folder) {
        Path missing = folder.resolve("missing.csv");

        assertThatExceptionOfType(ConfigMistake.class)
                .isThrownBy(() -> configuration.instrumentCatalog(new InstrumentSettings(missing, null)))
                .withMessage("Instruments cannot be read from " + missing + ": there is no such file")
                .satisfies(mistake -> assertThat(mistake.remedy())
                        .isEqualTo("Correct the file, or do not set suite.instruments.file."));
    }

    @Test
    void takesTheClosedDaysOfTheFileInPlaceOfTheShippedOnes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("days.csv");
        Files.writeString(file, "market,date,closes,name\nfx,2026-07-01,,A day of my own\n");
        Instrument eurusd = InstrumentCatalog.shipped().find("EURUSD").orElseThrow();

        MarketHours hours = configuration.marketHours(new InstrumentSettings(null, file));

        assertThat(hours.status(eurusd, Instant.parse("2026-07-01T12:00:00Z"))).isEqualTo(MarketStatus.CLOSED);
        assertThat(hours.status(eurusd, Instant.parse("2026-12-25T12:00:00Z"))).isEqualTo(MarketStatus.OPEN);
        assertThat(configuration
                        .marketHours(new InstrumentSettings(null, null))
                        .status(eurusd, Instant.parse("2026-12-25T12:00:00Z")))
                .isEqualTo(MarketStatus.CLOSED);
    }

    @Test
    void saysWhatToDoAboutAFaultyFileOfDays(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("days.csv"), "market,date,closes,name\nfx,25.12.2026,,Christmas\n");

        assertThatExceptionOfType(ConfigMistake.class)
                .isThrownBy(() -> configuration.marketHours(new InstrumentSettings(null, file)))
                .withMessageContaining("line 2, date must be a date such as 2026-12-25, was '25.12.2026'")
                .satisfies(mistake -> assertThat(mistake.remedy())
                        .isEqualTo("Correct the file, or do not set suite.instruments.holidays."));
    }

    @Test
    void readsHowFarAPriceMayBeFromAKnownOne() {
        PriceCollar collar = configuration.priceCollar(collarOf("3"));

        assertThat(collar.allowedDistance(AssetClass.STOCK, new BigDecimal("190"), null))
                .isEqualTo("19");
        assertThat(collar.allowedDistance(AssetClass.STOCK, new BigDecimal("190"), new BigDecimal("7")))
                .isEqualTo("21");
    }

    @Test
    void saysWhatToDoAboutACollarThatAllowsNothing() {
        assertThatExceptionOfType(ConfigMistake.class)
                .isThrownBy(() -> configuration.priceCollar(collarOf("-1")))
                .withMessage("suite.price-collar: the factor of the average true range must be above 0, was -1");
    }

    private static PriceCollarSettings collarOf(String atrFactor) {
        return new PriceCollarSettings(
                new BigDecimal(atrFactor),
                new BigDecimal("2"),
                new BigDecimal("5"),
                new BigDecimal("10"),
                new BigDecimal("15"));
    }
}
