package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketHoursTest {

    private static final String HEADER = "market,date,closes,name";

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final MarketHours hours = MarketHours.shipped();

    @ParameterizedTest
    @CsvSource({
        // The week of currencies begins on Sunday 17:00 in New York, 22:00 UTC in winter, and ends on Friday 17:00.
        "EURUSD, 2026-01-11T21:29:59Z, CLOSED",
        "EURUSD, 2026-01-11T21:30:00Z, PRE_MARKET",
        "EURUSD, 2026-01-11T22:00:00Z, OPEN",
        "EURUSD, 2026-01-14T22:00:00Z, OPEN",
        "EURUSD, 2026-01-16T21:59:59Z, OPEN",
        "EURUSD, 2026-01-16T22:00:00Z, CLOSED",
        // In summer an hour earlier.
        "XAUUSD, 2026-07-12T20:59:59Z, PRE_MARKET",
        "XAUUSD, 2026-07-12T21:00:00Z, OPEN",
        "XAUUSD, 2026-07-17T21:00:00Z, CLOSED",
        // The peso from 08:00 to 13:00 in Bogota, which has no summer time.
        "USDCOP, 2026-07-14T12:29:59Z, CLOSED",
        "USDCOP, 2026-07-14T12:30:00Z, PRE_MARKET",
        "USDCOP, 2026-07-14T13:00:00Z, OPEN",
        "USDCOP, 2026-07-14T17:59:59Z, OPEN",
        "USDCOP, 2026-07-14T18:00:00Z, CLOSED",
        "USDCOP, 2026-07-12T15:00:00Z, CLOSED",
        // Shares from 09:30 to 16:00, about to open from 04:00.
        "AAPL,   2026-01-14T08:59:59Z, CLOSED",
        "AAPL,   2026-01-14T09:00:00Z, PRE_MARKET",
        "AAPL,   2026-01-14T14:30:00Z, OPEN",
        "AAPL,   2026-01-14T20:59:59Z, OPEN",
        "AAPL,   2026-01-14T21:00:00Z, CLOSED",
        "AAPL,   2026-07-14T13:30:00Z, OPEN",
        "AAPL,   2026-01-17T15:00:00Z, CLOSED",
        // Coins and made-up series always.
        "BTCUSD, 2026-01-17T03:00:00Z, OPEN",
        "EURUSD.SIM, 2026-01-17T03:00:00Z, OPEN",
        "AAPL.REPLAY, 2026-12-25T03:00:00Z, OPEN"
    })
    void opensAndClosesByTheClockOfTheMarket(String symbol, Instant moment, MarketStatus status) {
        assertThat(hours.status(instrument(symbol), moment)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        // On Christmas, a Friday in 2026, currencies rest from Thursday 17:00 on.
        "EURUSD, 2026-12-24T21:59:59Z, OPEN",
        "EURUSD, 2026-12-24T22:00:00Z, CLOSED",
        "EURUSD, 2026-12-27T22:00:00Z, OPEN",
        // On New Year's Day of 2025, a Wednesday, until 17:00 only.
        "EURUSD, 2024-12-31T22:00:00Z, CLOSED",
        "EURUSD, 2025-01-01T22:00:00Z, OPEN",
        // Good Friday: metals and shares rest, currencies do not.
        "XAUUSD, 2026-04-03T14:00:00Z, CLOSED",
        "EURUSD, 2026-04-03T14:00:00Z, OPEN",
        "AAPL,   2026-04-03T14:00:00Z, CLOSED",
        // The day after Thanksgiving shares close at 13:00.
        "AAPL,   2026-11-26T15:00:00Z, CLOSED",
        "AAPL,   2026-11-27T17:59:59Z, OPEN",
        "AAPL,   2026-11-27T18:00:00Z, CLOSED",
        // Independence Day on a Saturday is kept on the Friday before.
        "AAPL,   2026-07-03T15:00:00Z, CLOSED",
        // The peso keeps the holidays of Colombia, not those of New York.
        "USDCOP, 2026-07-20T15:00:00Z, CLOSED",
        "USDCOP, 2026-01-19T15:00:00Z, OPEN",
        "USDCOP, 2026-05-18T15:00:00Z, CLOSED"
    })
    void keepsTheHolidaysOfTheMarket(String symbol, Instant moment, MarketStatus status) {
        assertThat(hours.status(instrument(symbol), moment)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL,       2027-01-01, false",
        "AAPL,       2027-01-04, true",
        "AAPL,       2027-01-02, false",
        "BTCUSD,     2027-01-02, true",
        "EURUSD.SIM, 2027-01-02, true"
    })
    void tradesOnItsDaysAndNotOnHolidays(String symbol, LocalDate date, boolean trades) {
        assertThat(hours.isTradingDay(instrument(symbol), date)).isEqualTo(trades);
    }

    @ParameterizedTest
    @CsvSource({
        // On a Wednesday 15 minutes are 15 minutes.
        "EURUSD, 2026-01-14T09:45:00Z, 2026-01-14T10:00:00Z, true",
        "EURUSD, 2026-01-14T09:44:59Z, 2026-01-14T10:00:00Z, false",
        // On a Saturday the last quarter of an hour of Friday is the newest there is.
        "EURUSD, 2026-01-09T21:45:00Z, 2026-01-10T12:00:00Z, true",
        "EURUSD, 2026-01-09T21:44:59Z, 2026-01-11T12:00:00Z, false",
        // Before the opening on a Monday that of Friday before 16:00 in New York.
        "AAPL,   2026-01-09T20:45:00Z, 2026-01-12T14:00:00Z, true",
        "AAPL,   2026-01-09T20:44:59Z, 2026-01-12T14:00:00Z, false",
        // In July New York is four hours behind, and Friday ends at 21:00.
        "EURUSD, 2026-07-10T20:45:00Z, 2026-07-11T12:00:00Z, true",
        "XAUUSD, 2026-07-10T20:44:59Z, 2026-07-11T12:00:00Z, false",
        // On a Sunday evening the market is open again, on a weekday between 9:30 and 16:00 that of shares.
        "EURUSD, 2026-01-09T22:00:00Z, 2026-01-11T22:00:00Z, false",
        "AAPL,   2026-01-09T21:00:00Z, 2026-01-12T14:30:00Z, false",
        "BTCUSD, 2026-01-09T21:45:00Z, 2026-01-10T12:00:00Z, false",
        // On Christmas the last price is that of the evening before.
        "EURUSD, 2026-12-24T21:50:00Z, 2026-12-26T12:00:00Z, true",
        // In the afternoon the last price of the peso is that of 13:00 in Bogota.
        "USDCOP, 2026-07-14T17:50:00Z, 2026-07-14T22:00:00Z, true",
        "USDCOP, 2026-07-14T17:40:00Z, 2026-07-14T22:00:00Z, false",
        "EURUSD.SIM, 2026-01-09T21:45:00Z, 2026-01-10T12:00:00Z, false"
    })
    void priceGrowsOlderOnlyWhileTheMarketIsOpen(String symbol, Instant priced, Instant now, boolean fresh) {
        assertThat(hours.isFresh(instrument(symbol), priced, now, Duration.ofMinutes(15)))
                .isEqualTo(fresh);
    }

    @Test
    void saysWhenAClosedMarketOpensNext() {
        assertThat(hours.nextOpen(instrument("EURUSD"), Instant.parse("2026-12-25T12:00:00Z")))
                .contains(Instant.parse("2026-12-27T22:00:00Z"));
        assertThat(hours.nextOpen(instrument("AAPL"), Instant.parse("2026-01-14T15:00:00Z")))
                .contains(Instant.parse("2026-01-14T15:00:00Z"));
    }

    @Test
    void countsTheDaysAndHoursOfAYear() {
        // 2026 has 261 Mondays to Fridays; New Year's Day and Christmas are two of them. 259 x 24 h = 6,216 h.
        assertThat(hours.year(instrument("EURUSD"), 2026)).satisfies(year -> {
            assertThat(year.days()).isEqualTo(259);
            assertThat(year.hours()).isCloseTo(6216, within(1e-9));
        });
        // 261 - 10 holidays = 251 days of 6.5 h, two of them 3 h shorter: 1,625.5 h.
        assertThat(hours.year(instrument("AAPL"), 2026)).satisfies(year -> {
            assertThat(year.days()).isEqualTo(251);
            assertThat(year.hours()).isCloseTo(1625.5, within(1e-9));
        });
        // 261 - 18 holidays = 243 days of 5 h.
        assertThat(hours.year(instrument("USDCOP"), 2026)).satisfies(year -> {
            assertThat(year.days()).isEqualTo(243);
            assertThat(year.hours()).isCloseTo(1215, within(1e-9));
        });
        assertThat(hours.year(instrument("BTCUSD"), 2026).hours()).isCloseTo(8760, within(1e-9));
        assertThat(hours.year(instrument("USDCOP.SIM"), 2028).hours()).isCloseTo(8784, within(1e-9));
        assertThat(hours.year(instrument("USDCOP.REPLAY"), 2026)).isEqualTo(hours.year(instrument("USDCOP"), 2026));
    }

    @Test
    void utcDaysOfCurrenciesHaveTheSundayEvening() {
        // 365 days less 52 Saturdays are 313, less those that are closed as a whole.
        int eur = hours.utcDays(instrument("EURUSD"), 2026);
        assertThat(eur).isBetween(hours.year(instrument("EURUSD"), 2026).days() + 50, 313);
        // In Bogota a day is one day of UTC.
        assertThat(hours.utcDays(instrument("USDCOP"), 2026)).isEqualTo(243);
        assertThat(hours.utcDays(instrument("BTCUSD"), 2026)).isEqualTo(365);
        assertThat(hours.utcDays(instrument("USDCOP.SIM"), 2028)).isEqualTo(366);
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD,        America/New_York, 17:00",
        "USDCOP,        America/Bogota,   13:00",
        "USDCOP.REPLAY, America/Bogota,   13:00",
        "USDCOP.SIM,    UTC,              00:00",
        "BTCUSD,        UTC,              00:00",
        "AAPL,          America/New_York, 16:00"
    })
    void tradingDaysEndWithTheMarket(String symbol, String zone, LocalTime end) {
        TradingHours ordinary = hours.ordinary(instrument(symbol));

        assertThat(ordinary.zone().getId()).isEqualTo(zone);
        assertThat(ordinary.closesAt()).isEqualTo(end);
    }

    @Test
    void hasOneSessionForEachTradingDay() {
        assertThat(hours.sessions(instrument("AAPL"), LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-29")))
                .extracting(TradingSession::date, session -> session.length().toMinutes())
                .containsExactly(
                        tuple(LocalDate.parse("2026-12-24"), 210L),
                        tuple(LocalDate.parse("2026-12-28"), 390L),
                        tuple(LocalDate.parse("2026-12-29"), 390L));
    }

    @Test
    void takesOtherHolidaysFromAFile(@TempDir Path folder) throws IOException {
        MarketHours mine = hours.withHolidays(file(folder, HEADER, "stock,2026-01-14,12:00,Half a day"));

        assertThat(mine.status(instrument("AAPL"), Instant.parse("2026-01-14T16:59:59Z")))
                .isEqualTo(MarketStatus.OPEN);
        assertThat(mine.status(instrument("AAPL"), Instant.parse("2026-01-14T17:00:00Z")))
                .isEqualTo(MarketStatus.CLOSED);
        assertThat(mine.status(instrument("AAPL"), Instant.parse("2026-12-25T15:00:00Z")))
                .isEqualTo(MarketStatus.OPEN);
    }

    @Test
    void namesEveryFaultyLineOfTheFile(@TempDir Path folder) throws IOException {
        Path file = file(
                folder,
                HEADER,
                "bonds,2026-01-14,,No such market",
                "fx,14.01.2026,,No such date",
                "fx,2026-01-14,noon,No such time",
                "stock,2026-01-14,09:00,Before it opens",
                "fx,2026-01-15,,Once",
                "fx,2026-01-15,,Twice");

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> hours.withHolidays(file))
                .withMessageStartingWith("Market holidays cannot be read from " + file)
                .withMessageContaining("line 2, market must be one of [USDCOP, crypto, fx, metal, stock], was 'bonds'")
                .withMessageContaining("line 3, date must be a date such as 2026-12-25, was '14.01.2026'")
                .withMessageContaining("line 4, closes must be a time such as 13:00 or empty, was 'noon'")
                .withMessageContaining("line 5, the day 2026-01-14 would close at")
                .withMessageContaining("line 7, date 2026-01-15 of fx is in the file twice");
    }

    @Test
    void theDayOfBrokersEndsAtFiveInNewYork() {
        assertThat(TradingDay.endAfter(Instant.parse("2026-07-14T20:59:59Z"))).isEqualTo("2026-07-14T21:00:00Z");
        assertThat(TradingDay.endAfter(Instant.parse("2026-01-14T22:00:00Z"))).isEqualTo("2026-01-15T22:00:00Z");
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow();
    }

    private static Path file(Path folder, String... lines) throws IOException {
        return Files.writeString(folder.resolve("days.csv"), String.join("\n", lines));
    }
}
