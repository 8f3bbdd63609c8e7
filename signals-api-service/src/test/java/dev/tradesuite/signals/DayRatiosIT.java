package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.quant.performance.DayEnd;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ratios in the rows of days are those quant computes from the points up to that day. */
@SuiteIntegrationTest(freshSchema = true)
class DayRatiosIT {

    private static final String SYMBOL = "USDJPY.SIM";
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration STEP = Duration.ofHours(6);
    private static final int DAYS = 40;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BarBookingService books;

    @Test
    void everyDayHasTheRatiosSinceTheStartOfTheAccount() {
        new BookedModels(books)
                .book(
                        SYMBOL,
                        START,
                        STEP,
                        DAYS * 4,
                        (code, bar) -> code.equals("LLM_CLAUDE")
                                ? PositionSignal.FLAT
                                : bar / 5 % 2 == 0 ? PositionSignal.LONG : PositionSignal.SHORT);

        List<Map<String, Object>> rows = rows("RL_PPO");
        assertThat(rows).hasSize(DAYS);
        for (Map<String, Object> row : rows) {
            Instant end = LocalDate.parse(String.valueOf(row.get("date_utc")))
                    .plusDays(1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            PerformanceSummary expected = PerformanceSummary.of(
                    curve("RL_PPO", end),
                    List.of(),
                    new PerformanceSummary.Sampling(ReturnInterval.DAILY, DayEnd.UTC, 365, 0));
            assertIs(row.get("sharpe_ratio"), expected.returns().sharpe());
            assertIs(row.get("sortino_ratio"), expected.returns().sortino());
            assertIs(row.get("volatility_pct"), expected.returns().volatility().map(fraction -> fraction * 100));
            assertIs(row.get("calmar_ratio"), expected.calmar());
        }
        // Nine returns are too few, and before 30 days there is no return of a year.
        assertThat(rows.get(8).get("sharpe_ratio")).isNull();
        assertThat(rows.get(9).get("sharpe_ratio")).isNotNull();
        assertThat(rows.get(28).get("calmar_ratio")).isNull();
        assertThat(rows.get(31).get("calmar_ratio")).isNotNull();
        // Who never trades varies by nothing.
        Map<String, Object> overlay = rows("LLM_CLAUDE").getLast();
        assertThat(overlay.get("volatility_pct")).isEqualTo(0.0);
        assertThat(Stream.of("sharpe_ratio", "sortino_ratio", "calmar_ratio").map(overlay::get))
                .containsOnlyNulls();
    }

    @Test
    void everyCloseIsKeptOnce() {
        new BookedModels(books).book("AUDUSD.SIM", START, 30, (_, _) -> PositionSignal.FLAT);
        assertThat(jdbc.sql("SELECT price FROM series_close WHERE symbol = 'AUDUSD.SIM' ORDER BY timestamp_utc")
                        .query(Double.class)
                        .list())
                .hasSize(30)
                .startsWith(BookedModels.close(0).doubleValue())
                .endsWith(BookedModels.close(29).doubleValue());
    }

    private static void assertIs(@Nullable Object found, Metric expected) {
        if (expected.value().isEmpty()) {
            assertThat(found).isNull();
        } else {
            double value = expected.value().getAsDouble();
            // Drawdowns are kept in percent with a few decimals.
            assertThat((Double) found).isCloseTo(value, within(1e-5 * Math.max(1, Math.abs(value))));
        }
    }

    private List<Map<String, Object>> rows(String code) {
        return jdbc.sql(
                        """
                        SELECT d.* FROM fact_strategy_performance d JOIN dim_strategy s USING (strategy_id)
                        WHERE d.symbol = :symbol AND s.strategy_code = :code ORDER BY d.date_utc
                        """)
                .param("symbol", SYMBOL)
                .param("code", code)
                .query()
                .listOfRows();
    }

    /** The capital and every point until a moment. */
    private EquityCurve curve(String code, Instant until) {
        List<Long> times = new ArrayList<>(List.of(START.toEpochMilli()));
        List<Double> equity = new ArrayList<>(List.of(10_000.0));
        jdbc.sql(
                        """
                        SELECT c.timestamp_utc, c.equity_value FROM fact_equity_curve c JOIN dim_strategy s USING (strategy_id)
                        WHERE c.symbol = :symbol AND s.strategy_code = :code AND c.timestamp_utc <= :until
                        ORDER BY c.timestamp_utc
                        """)
                .param("symbol", SYMBOL)
                .param("code", code)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    times.add(row.getObject("timestamp_utc", OffsetDateTime.class)
                            .toInstant()
                            .toEpochMilli());
                    equity.add(row.getDouble("equity_value"));
                });
        return EquityCurve.of(
                times.stream().mapToLong(Long::longValue).toArray(),
                equity.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
