package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.ImportReport.SymbolReport;
import dev.tradesuite.test.SharedData;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of other systems, with the faults they really have; figures counted by hand from the files. */
@SuiteIntegrationTest
class RealFilesIT {

    private static final String RAW_PESO = "fx/usdcop_m5_ohlcv_raw.csv.gz";
    private static final String PESO_RULE = "timeframe=M5&time_rule=00-12:America/Bogota";
    private static final String NEW_YORK_DAYS = "timeframe=D1&zone=America/New_York&shift=PT-7H";

    @Autowired
    SuiteClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeriesIndex index;

    @BeforeEach
    void nothingStored() {
        CandleService.empty(jdbc, index);
    }

    @ParameterizedTest
    @CsvSource({
        "fx/EURUSD_M5_utc_2026-03_2026-06.csv.gz, timeframe=M5, 19562, 1, 0",
        "fx/GBPUSD_M5_utc_2026-03_2026-06.csv.gz, timeframe=M5, 19560, 1, 0",
        "fx/XAUUSD_M5_utc_2026-03_2026-06.csv.gz, timeframe=M5, 19573, 1, 0",
        "fx/USDJPY_M5_utc_2026-05_2026-06.csv.gz, timeframe=M5, 10042, 1, 0",
        "fx/USDCOP_M5_utc_2024-01_2026-01.csv.gz, timeframe=M5, 30986, 1, 0",
        "fx/H1_utc_2021_10pairs.csv.gz, timeframe=H1, 61988, 10, 0",
        "fx/D1_2016_2020_12pairs.csv.gz, timeframe=D1&zone=America/New_York&shift=PT-7H, 15557, 12, 2",
        "fx/XAUUSD_D1_2004_2025.csv.gz, timeframe=D1, 6900, 1, 0",
        "crypto/BTCUSDT_D1_2017_2025.csv.gz, timeframe=D1, 3059, 1, 0"
    })
    void everyRowOfACleanFileIsStoredAndBelieved(
            String file, String parameters, long rows, int symbols, long implausible) throws FileNotFoundException {
        ImportReport report = imported(file, parameters);

        assertThat(report.rowsRead()).isEqualTo(rows);
        assertThat(report.stored()).isEqualTo(rows);
        assertThat(report.symbols()).hasSize(symbols);
        assertThat(implausible(report)).isEqualTo(implausible);
        assertThat(stored()).isEqualTo(rows);
    }

    /**
     * Splits of 4 and 5 to 1 and results of a quarter are believed; the day on which TSLA rose by a fifth and fell is
     * not.
     */
    @Test
    void splitsAreBelieved() throws FileNotFoundException {
        ImportReport report = imported("stocks/us_ohlcv_actions_12.csv.gz", "timeframe=D1");

        assertThat(report.stored()).isEqualTo(25_068);
        assertThat(implausible(report)).isEqualTo(1);
    }

    @Test
    void twoTimeLabelsFlatCandlesAndEmptyVolumeOfThePesoAreReportedAndNothingIsLost() throws FileNotFoundException {
        ImportReport report = imported(RAW_PESO, PESO_RULE);

        assertThat(report.rowsRead()).isEqualTo(91_157);
        // 815 candles stand in the file under both labels: 186 of them with the same prices, 629 with others.
        assertThat(report.duplicate()).isEqualTo(186);
        assertThat(report.refusedByReason()).isEqualTo(Map.of("CONFLICTING_DUPLICATE", 629L));
        assertThat(report.stored()).isEqualTo(91_157 - 186 - 629);
        assertThat(report.refusals()).hasSize(629);
        SymbolReport peso = report.symbols().getFirst();
        assertThat(peso.first()).isEqualTo("2020-01-02T13:00:00Z");
        assertThat(peso.last()).isEqualTo("2026-01-15T17:55:00Z");
        // Every row labelled 00 to 12 o'clock; of a candle that comes twice it is the first.
        assertThat(peso.timeMoved()).isEqualTo(4_446);
        assertThat(peso.zeroVolume()).isEqualTo(report.stored());
        assertThat(peso.flat()).isEqualTo(81_794);
        assertThat(peso.implausible()).isZero();
        assertThat(report.warnings()).hasSize(2);

        ImportReport again = imported(RAW_PESO, PESO_RULE);
        assertThat(again.stored()).isZero();
        assertThat(again.duplicate()).isEqualTo(91_157 - 629);

        // The cleaned file is the same market: it brings nothing new.
        ImportReport cleaned = imported("fx/USDCOP_M5_utc_2024-01_2026-01.csv.gz", "timeframe=M5");
        assertThat(cleaned.duplicate()).isEqualTo(30_986);
    }

    @Test
    void withoutTheRuleMorningsInBogotaAreTakenForNightsInUtc() throws FileNotFoundException {
        ImportReport report = imported(RAW_PESO, "timeframe=M5");

        assertThat(report.stored()).isEqualTo(91_157);
        assertThat(jdbc.sql("SELECT count(*) FROM candle WHERE extract(hour FROM open_time AT TIME ZONE 'UTC') < 13")
                        .query(Long.class)
                        .single())
                .isEqualTo(4_446);
    }

    @Test
    void twoSourcesOfGoldAgreeOnTheDaysButNotOnThePrices() throws FileNotFoundException {
        imported("fx/D1_2016_2020_12pairs.csv.gz", NEW_YORK_DAYS);

        ImportReport other = imported("fx/XAUUSD_D1_2004_2025.csv.gz", "timeframe=D1");

        assertThat(other.refusedByReason()).isEqualTo(Map.of("CONFLICTING_DUPLICATE", 1_290L));
        assertThat(other.stored()).isEqualTo(6_900 - 1_290);
    }

    @Test
    void serverDaysReadAsUtcDaysDoNotMixWithTheOthers() throws FileNotFoundException {
        imported("fx/XAUUSD_D1_2004_2025.csv.gz", "timeframe=D1");

        ImportReport asUtc = imported("fx/D1_2016_2020_12pairs.csv.gz", "timeframe=D1");

        assertThat(asUtc.refusedByReason()).isEqualTo(Map.of("OVERLAPPING", 1_290L));
        assertThat(asUtc.stored()).isEqualTo(15_557 - 1_290);
    }

    @Test
    void splitsOfSharesAreSaidAndReturnsOverThemAreThoseOfTheAdjustedCloses() throws FileNotFoundException {
        ImportReport report = imported("stocks/us_ohlcv_actions_12.csv.gz", "timeframe=D1");

        assertThat(report.stored()).isEqualTo(25_068);
        assertThat(report.symbols().stream().mapToLong(SymbolReport::adjusted).sum())
                .isEqualTo(25_068);
        assertThat(report.warnings().stream().filter(warning -> warning.contains("a split of")))
                .containsExactlyInAnyOrder(
                        "AAPL: a split of 7 for 1 between 2014-06-06 and 2014-06-09; returns use the adjusted closes.",
                        "AAPL: a split of 4 for 1 between 2020-08-28 and 2020-08-31; returns use the adjusted closes.",
                        "TSLA: a split of 5 for 1 between 2020-08-28 and 2020-08-31; returns use the adjusted closes.",
                        "GOOGL: a split of 2 for 1 between 2014-04-02 and 2014-04-03; returns use the adjusted"
                                + " closes.");
    }

    @Test
    void weekendsOfTheEuroAreSessionClosesAndTheRestAreGaps() throws FileNotFoundException {
        SymbolReport euro = imported("fx/EURUSD_M5_utc_2026-03_2026-06.csv.gz", "timeframe=M5")
                .symbols()
                .getFirst();

        assertThat(euro.gapCount()).isEqualTo(3);
        assertThat(euro.gaps().getFirst())
                .isEqualTo(new ImportReport.Gap(
                        Instant.parse("2026-05-05T21:25:00Z"), Instant.parse("2026-05-05T21:40:00Z"), 2));
        assertThat(euro.sessionGapCount()).isEqualTo(69);
    }

    private ImportReport imported(String file, String parameters) throws FileNotFoundException {
        Answer answer =
                new CandleService(client).importing(parameters, BodyPublishers.ofFile(SharedData.require(file)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(ImportReport.class);
    }

    private static long implausible(ImportReport report) {
        return report.symbols().stream().mapToLong(SymbolReport::implausible).sum();
    }

    private long stored() {
        return jdbc.sql("SELECT count(*) FROM candle").query(Long.class).single();
    }
}
