package dev.tradesuite.ledger.performance.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.ledger.performance.ClosedTrip;
import dev.tradesuite.ledger.performance.PeriodPerformance;
import dev.tradesuite.ledger.performance.WorthPoint;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundTripSamplesTest {

    private static final Instant OPENED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-03-02T11:30:00Z");
    private static final UUID ENTRY = UUID.fromString("0197a1f0-0000-7000-8000-000000000001");
    private static final UUID EXIT = UUID.fromString("0197a1f0-0000-7000-8000-000000000002");

    @Test
    void roundTripIsWrittenAsItsSampleSays() {
        ContractSamples.compare("RoundTripPage", page(trip("momentum", "TAKE_PROFIT")));
    }

    @Test
    void equityIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "BooksEquity",
                BooksEquityMapper.ofAccount(
                        "main",
                        "USD",
                        EquityResolution.HOURS,
                        List.of(
                                point(OPENED, "10000", "0", 1.0, 1.0),
                                point(CLOSED, "10200", "-10", 1.019, 1.019),
                                point(CLOSED.plusSeconds(3_600), "10100", "0", 1.01, 1.019)),
                        2));
    }

    @Test
    void performanceIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "BooksPerformance",
                BooksPerformanceMapper.ofAccount(
                        "main",
                        "USD",
                        ComparisonPeriod.WEEK,
                        new PeriodPerformance(
                                Optional.of(OPENED),
                                CLOSED,
                                Optional.of(RunLabel.PAPER),
                                Optional.of(new PeriodPerformance.Worth(
                                        new BigDecimal("10000.00"),
                                        new BigDecimal("10504.00"),
                                        new BigDecimal("500.00"))),
                                Optional.empty(),
                                new TradeStatistics(
                                        2,
                                        1,
                                        1,
                                        new BigDecimal("10"),
                                        new BigDecimal("-6"),
                                        new BigDecimal("1.4"),
                                        Duration.ofMinutes(90)))));
    }

    @Test
    void tableHasALineForEachAndIsNoFormula() {
        String table = TripTableMapper.csv(
                page(trip("=cmd(),\"x\"", "STOP"), trip(null, null)).roundTrips());

        assertThat(table.lines()).hasSize(3);
        assertThat(table.lines().findFirst().orElseThrow()).startsWith("id,account_id,portfolio_id,symbol,");
        assertThat(table.lines().skip(1).findFirst().orElseThrow())
                .isEqualTo("7,main,,EURUSD,,long,0.4,1.0800,2026-03-02T10:00:00Z,1.0900,2026-03-02T11:30:00Z,5400,"
                        + "400.00,2.80,397.20,,,win,STOP,\"'=cmd(),\"\"x\"\"\"," + ENTRY + "," + EXIT + ",,PAPER");
        assertThat(table).endsWith("\r\n");
    }

    private static RoundTripPage page(ClosedTrip... trips) {
        return new RoundTripPage(
                "USD",
                List.of(trips).stream()
                        .map(trip -> RoundTripMapper.of("main", trip))
                        .toList(),
                "7",
                RoundTripMapper.absentOfAccounts(List.of(trips)));
    }

    @Test
    void exitReasonIsAbsentWhereOneWasBookedBeforeItWasTold() {
        assertThat(page(trip("a", "STOP")).unavailable())
                .extracting(field -> field.field())
                .containsExactly("mae", "mfe", "decision_id");
        assertThat(page(trip("a", "STOP"), trip("a", null)).unavailable())
                .extracting(field -> field.field() + " " + field.reason())
                .contains("exit_reason BOOKED_BEFORE_TOLD");
    }

    private static ClosedTrip trip(@Nullable String strategy, @Nullable String why) {
        return new ClosedTrip(
                "7",
                "EURUSD",
                null,
                Direction.LONG,
                new BigDecimal("0.40"),
                new ClosedTrip.End(OPENED, new BigDecimal("1.0800"), ENTRY, null),
                new ClosedTrip.End(CLOSED, new BigDecimal("1.0900"), EXIT, why),
                new ClosedTrip.Pnl(new BigDecimal("400.00"), new BigDecimal("2.80"), new BigDecimal("397.20")),
                strategy,
                RunLabel.PAPER);
    }

    private static WorthPoint point(Instant at, String balance, String floating, double growth, double peak) {
        return new WorthPoint(
                at, RunLabel.PAPER, new BigDecimal(balance), BigDecimal.ZERO, new BigDecimal(floating), growth, peak);
    }
}
