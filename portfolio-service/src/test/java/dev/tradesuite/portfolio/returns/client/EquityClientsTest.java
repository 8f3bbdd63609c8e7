package dev.tradesuite.portfolio.returns.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.ledger.EquityPoint;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.contracts.signals.EquityCurves;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DayEquity;
import dev.tradesuite.portfolio.returns.EquitySource;
import dev.tradesuite.portfolio.returns.EquitySource.Answer;
import dev.tradesuite.portfolio.returns.HourEquity;
import dev.tradesuite.portfolio.returns.HourlySource;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EquityClientsTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @Test
    void instrumentHeldIsWorthItsCloseAndDaysWithoutOneHaveNone() {
        HeldInstrumentClient client = new HeldInstrumentClient((symbols, timeframe, limit, asOf) -> {
            assertThat(List.of(symbols, timeframe, limit, asOf))
                    .isEqualTo(List.of("EURUSD", "D1", 13, "2026-01-08T00:00:00Z"));
            return closes("EURUSD", new BigDecimal("1.1"), null, new BigDecimal("1.2"));
        });

        assertThat(ends(client, "hold:EURUSD", MONDAY, MONDAY.plusDays(2)))
                .extracting(DayEquity::day, end -> end.equity().toPlainString(), DayEquity::label)
                .containsExactly(
                        tuple(MONDAY, "1.1", RunLabel.PAPER), tuple(MONDAY.plusDays(2), "1.2", RunLabel.PAPER));
    }

    @Test
    void madeUpAndReplayedPricesAreLabelledAsWhatTheyAre() {
        assertThat(labelOfHeld("EURUSD.SIM")).isEqualTo(RunLabel.SIMULATED);
        assertThat(labelOfHeld("EURUSD.REPLAY")).isEqualTo(RunLabel.BACKTEST);
    }

    @Test
    void barThatClosesAtMidnightEndsTheDayBefore() {
        ModelAccountClient client = new ModelAccountClient((symbol, strategies, resolution, hours) -> {
            assertThat(List.of(symbol, strategies, resolution, hours))
                    .isEqualTo(List.of("EURUSD", "ML_XGB", "1d", 720));
            return curves(RunLabel.PAPER, "2026-01-06T00:00:00Z", "2026-01-06T23:55:00Z", "2026-01-07T10:00:00Z");
        });

        // The last point is of a day that is not over.
        assertThat(ends(client, "model:ML_XGB:EURUSD", MONDAY, MONDAY.plusDays(1)))
                .extracting(DayEquity::day, DayEquity::label)
                .containsExactly(tuple(MONDAY, RunLabel.PAPER), tuple(MONDAY.plusDays(1), RunLabel.PAPER));
    }

    @Test
    void lastPointOfADayIsItsEndAndAnIdleWorkingDayStandsStill() {
        Instant saturday = Instant.parse("2026-01-03T12:00:00Z");
        AccountBooksClient client = new AccountBooksClient(
                ledger(point(saturday, "100", "100"), point(Instant.parse("2026-01-06T12:00:00Z"), "160", "150")));

        assertThat(ends(client, "account:main", MONDAY, MONDAY.plusDays(2)))
                .extracting(DayEquity::day, end -> end.equity().toPlainString(), end -> end.contributed()
                        .toPlainString())
                .containsExactly(
                        tuple(MONDAY.minusDays(1), "100", "100"),
                        tuple(MONDAY, "100", "100"),
                        tuple(MONDAY.plusDays(1), "160", "150"),
                        tuple(MONDAY.plusDays(2), "160", "150"));
    }

    @Test
    void weekendWithoutAChangeHasNoEnd() {
        AccountBooksClient client =
                new AccountBooksClient(ledger(point(Instant.parse("2026-01-02T12:00:00Z"), "100", "0")));

        assertThat(ends(client, "account:main", MONDAY.minusDays(3), MONDAY))
                .extracting(DayEquity::day)
                .containsExactly(MONDAY.minusDays(3), MONDAY);
    }

    @Test
    void whatChangedAPortfolioBeyondItsProfitWasPaid() {
        PortfolioBooksClient client = new PortfolioBooksClient(new FakeLedger(List.of()) {
            @Override
            public List<PortfolioSnapshot> snapshots(long id, int limit) {
                // Worth 1,000 at first; then 12 earned and 500 paid in.
                return List.of(snapshot(MONDAY, "1000", "0", "0"), snapshot(MONDAY.plusDays(1), "1512", "10", "2"));
            }
        });

        assertThat(ends(client, "portfolio:17", MONDAY, MONDAY.plusDays(1)))
                .extracting(end -> end.contributed().toPlainString())
                .containsExactly("1000", "1500");
    }

    /** Rows from 00:00 on; the last one before the moment is what the next is measured by. */
    @Test
    void hourOfAnInstrumentEndsWithItsClose() {
        Instant now = Instant.parse("2026-01-15T04:20:00Z");
        HeldInstrumentHoursClient client = new HeldInstrumentHoursClient((symbols, timeframe, limit, asOf) -> {
            assertThat(List.of(symbols, timeframe, limit, asOf))
                    .isEqualTo(List.of("EURUSD.SIM", "H1", 242, "2026-01-15T04:20:00Z"));
            return new ClosesTable(
                    Timeframe.H1,
                    now,
                    Stream.of("00", "01", "02", "03")
                            .map(hour -> Instant.parse("2026-01-15T%s:00:00Z".formatted(hour)))
                            .toList(),
                    List.of(new ClosesTable.SymbolCloses(
                            "EURUSD.SIM",
                            Arrays.asList(BigDecimal.ONE, BigDecimal.TWO, null, BigDecimal.TEN),
                            3,
                            List.of())));
        });

        assertThat(client.hours(source("hold:EURUSD.SIM"), now.minus(Duration.ofDays(10)), now))
                .isEqualTo(new HourlySource.Answer.Hours(List.of(
                        hour("2026-01-15T01:00:00Z", "1", RunLabel.SIMULATED),
                        hour("2026-01-15T02:00:00Z", "2", RunLabel.SIMULATED),
                        hour("2026-01-15T04:00:00Z", "10", RunLabel.SIMULATED))));
    }

    /** A bar that closes at 10:00 ends the hour before; that from 10:00 on is not over at 10:20. */
    @Test
    void hourOfAModelEndsWithItsLastBar() {
        Instant now = Instant.parse("2026-01-15T10:20:00Z");
        ModelAccountHoursClient client = new ModelAccountHoursClient((symbol, strategies, resolution, hours) -> {
            assertThat(List.of(symbol, strategies, resolution, hours))
                    .isEqualTo(List.of("EURUSD", "ML_XGB", "1h", 241));
            return curves(
                    RunLabel.PAPER,
                    "2026-01-05T10:00:00Z",
                    "2026-01-05T10:15:00Z",
                    "2026-01-15T09:05:00Z",
                    "2026-01-15T10:15:00Z");
        });

        assertThat(client.hours(source("model:ML_XGB:EURUSD"), now.minus(Duration.ofDays(10)), now))
                .isEqualTo(new HourlySource.Answer.Hours(List.of(
                        hour("2026-01-05T10:00:00Z", "10", RunLabel.PAPER),
                        hour("2026-01-05T11:00:00Z", "10", RunLabel.PAPER),
                        hour("2026-01-15T10:00:00Z", "10", RunLabel.PAPER))));
    }

    /** Friday 2 January: opened at 20:10, a change at 22:30; Saturday and Sunday nothing. */
    @Test
    void idleHourOfAnAccountStandsStillAndAWeekendHasNone() {
        AccountBooksHoursClient client = new AccountBooksHoursClient(ledger(
                point(Instant.parse("2026-01-02T20:10:00Z"), "100", "100"),
                point(Instant.parse("2026-01-02T22:30:00Z"), "160", "150")));

        HourlySource.Answer answer = client.hours(
                source("account:main"), Instant.parse("2026-01-02T19:30:00Z"), Instant.parse("2026-01-05T01:20:00Z"));

        assertThat(answer).isInstanceOfSatisfying(HourlySource.Answer.Hours.class, hours -> assertThat(hours.ends())
                .extracting(end -> end.end().toString(), end -> end.equity().toPlainString(), end -> end.contributed()
                        .toPlainString())
                .containsExactly(
                        tuple("2026-01-02T21:00:00Z", "100", "100"),
                        tuple("2026-01-02T22:00:00Z", "100", "100"),
                        tuple("2026-01-02T23:00:00Z", "160", "150"),
                        tuple("2026-01-03T00:00:00Z", "160", "150"),
                        tuple("2026-01-05T01:00:00Z", "160", "150")));
    }

    @Test
    void serviceThatIsAwayIsNotTheSameAsOneThatDoesNotKnow() {
        Instant now = Instant.parse("2026-01-15T10:20:00Z");
        HeldInstrumentHoursClient away = new HeldInstrumentHoursClient((_, _, _, _) -> {
            throw new ServiceUnavailableException("brain", ServiceUnavailableException.Reason.OFFLINE, "refused");
        });
        ModelAccountHoursClient empty = new ModelAccountHoursClient((_, _, _, _) -> curves(RunLabel.PAPER));

        assertThat(away.hours(
                        source("hold:EURUSD"),
                        MONDAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        now))
                .isInstanceOf(HourlySource.Answer.Away.class);
        assertThat(empty.hours(
                        source("model:ML_XGB:EURUSD"),
                        MONDAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        now))
                .isInstanceOf(HourlySource.Answer.Unknown.class);
    }

    private static HourEquity hour(String end, String equity, RunLabel label) {
        return HourEquity.of(Instant.parse(end), new BigDecimal(equity), label);
    }

    @Test
    void serviceThatDoesNotAnswerIsAReason() {
        HeldInstrumentClient client = new HeldInstrumentClient((_, _, _, _) -> {
            throw new ServiceUnavailableException("brain", ServiceUnavailableException.Reason.OFFLINE, "refused");
        });

        assertThat(client.ends(source("hold:EURUSD"), MONDAY, MONDAY))
                .isInstanceOfSatisfying(Answer.Unknown.class, unknown -> assertThat(
                                unknown.why().code())
                        .isEqualTo(ReturnReason.SOURCE_NOT_ANSWERING.name()));
    }

    @Test
    void sourceWithoutEquityIsAReason() {
        AccountBooksClient client = new AccountBooksClient(ledger());

        assertThat(client.ends(source("account:main"), MONDAY, MONDAY))
                .isInstanceOfSatisfying(Answer.Unknown.class, unknown -> assertThat(
                                unknown.why().code())
                        .isEqualTo(ReturnReason.SOURCE_WITHOUT_EQUITY.name()));
    }

    private static RunLabel labelOfHeld(String symbol) {
        HeldInstrumentClient client = new HeldInstrumentClient((_, _, _, _) -> closes(symbol, BigDecimal.ONE));
        return ends(client, "hold:" + symbol, MONDAY, MONDAY).getFirst().label();
    }

    private static List<DayEquity> ends(EquitySource client, String source, LocalDate from, LocalDate through) {
        assertThat(client.knows(source(source))).isTrue();
        return client.ends(source(source), from, through) instanceof Answer.Ends(List<DayEquity> ends)
                ? ends
                : List.of();
    }

    private static StrategySource source(String text) {
        return StrategySource.parse(text).orElseThrow();
    }

    private static ClosesTable closes(String symbol, @Nullable BigDecimal... closes) {
        List<Instant> times = Stream.iterate(MONDAY, day -> day.plusDays(1))
                .limit(closes.length)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList();
        return new ClosesTable(
                Timeframe.D1,
                times.getLast(),
                times,
                List.of(new ClosesTable.SymbolCloses(symbol, Arrays.asList(closes), closes.length, List.of())));
    }

    private static EquityCurves curves(RunLabel label, String... times) {
        return new EquityCurves(
                null,
                null,
                EquityResolution.DAYS,
                "EURUSD",
                Timeframe.M5,
                0,
                label,
                List.of(new EquityCurves.ModelCurve(
                        "ML_XGB",
                        "Gradient boosting",
                        null,
                        null,
                        Arrays.stream(times)
                                .map(time -> new EquityCurves.CurvePoint(Instant.parse(time), BigDecimal.TEN, 0, 0))
                                .toList(),
                        new EquityCurves.CurveSummary(BigDecimal.TEN, null, null))),
                null);
    }

    private static EquityPoint point(Instant at, String equity, String flow) {
        BigDecimal worth = new BigDecimal(equity);
        return new EquityPoint(
                1,
                at,
                EquityPoint.Cause.MARK,
                RunLabel.PAPER,
                worth,
                new BigDecimal(flow),
                BigDecimal.ZERO,
                worth,
                BigDecimal.ZERO,
                at);
    }

    private static PortfolioSnapshot snapshot(LocalDate day, String value, String realised, String floating) {
        return new PortfolioSnapshot(
                17,
                day,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                new BigDecimal(value),
                BigDecimal.ZERO,
                new BigDecimal(value),
                new BigDecimal(realised),
                new BigDecimal(floating),
                0,
                null,
                RunLabel.PAPER);
    }

    private static FakeLedger ledger(EquityPoint... points) {
        return new FakeLedger(List.of(points));
    }

    /** A ledger with the history of one account, the oldest first. */
    private static class FakeLedger implements BooksHistoryApi {

        private final List<EquityPoint> points;

        FakeLedger(List<EquityPoint> points) {
            this.points = points;
        }

        @Override
        public List<EquityPoint> history(String id, @Nullable String from, String to, int limit) {
            List<EquityPoint> found = points.stream()
                    .filter(point -> from == null || !point.at().isBefore(Instant.parse(from)))
                    .filter(point -> point.at().isBefore(Instant.parse(to)))
                    .toList();
            return found.subList(Math.max(found.size() - limit, 0), found.size());
        }

        @Override
        public List<PortfolioSnapshot> snapshots(long id, int limit) {
            return List.of();
        }
    }
}
