package dev.tradesuite.brain.model.overlay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.model.overlay.OverlayBudget;
import dev.tradesuite.brain.model.overlay.OverlayBudget.Grant;
import dev.tradesuite.brain.model.overlay.OverlayCall;
import dev.tradesuite.brain.model.overlay.OverlaySettings;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has days of its own. */
@SuiteIntegrationTest
class OverlayBudgetIT {

    private static final Instant CLOSE = Instant.parse("2026-03-02T10:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCallsOfADayAreCountedForAllInstancesAndANewDayBeginsAnew() {
        LocalDate day = LocalDate.parse("2001-01-01");
        OverlayBudget one = budget(2, 1_000);
        OverlayBudget other = budget(2, 1_000);

        assertThat(one.take(call("CALLS-1", day))).isEqualTo(Grant.GRANTED);
        assertThat(other.take(call("CALLS-2", day))).isEqualTo(Grant.GRANTED);
        assertThat(one.take(call("CALLS-3", day))).isEqualTo(Grant.OVER_BUDGET);
        assertThat(one.take(call("CALLS-4", day.plusDays(1)))).isEqualTo(Grant.GRANTED);
    }

    @Test
    void tokensAreTakenAheadAndCorrected() {
        LocalDate day = LocalDate.parse("2001-02-01");
        OverlayBudget budget = budget(100, 250);

        assertThat(budget.take(call("TOKENS-1", day))).isEqualTo(Grant.GRANTED);
        assertThat(budget.take(call("TOKENS-2", day))).isEqualTo(Grant.GRANTED);
        assertThat(budget.take(call("TOKENS-3", day))).isEqualTo(Grant.OVER_BUDGET);
        // 200 taken ahead, 50 given back: 150, and 100 more are exactly 250.
        budget.correct(day, -50);
        assertThat(budget.take(call("TOKENS-4", day))).isEqualTo(Grant.GRANTED);
        assertThat(budget.take(call("TOKENS-5", day))).isEqualTo(Grant.OVER_BUDGET);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 2001-03-01", "10, 99, 2001-03-02"})
    void aBudgetThatIsTooSmallForOneCallGrantsNone(int calls, long tokens, LocalDate day) {
        assertThat(budget(calls, tokens).take(call("SMALL-" + calls, day))).isEqualTo(Grant.OVER_BUDGET);
    }

    @Test
    void aBarIsGrantedOnceAndAnEarlierOneNotAtAll() {
        LocalDate day = LocalDate.parse("2001-04-01");
        OverlayBudget one = budget(100, 1_000);
        OverlayBudget other = budget(100, 1_000);

        assertThat(one.take(call("BAR", Timeframe.M5, CLOSE, day))).isEqualTo(Grant.GRANTED);
        assertThat(other.take(call("BAR", Timeframe.M5, CLOSE, day))).isEqualTo(Grant.ASKED_ALREADY);
        assertThat(other.take(call("BAR", Timeframe.M5, CLOSE.minusSeconds(300), day)))
                .isEqualTo(Grant.ASKED_ALREADY);
        assertThat(other.take(call("BAR", Timeframe.H1, CLOSE, day))).isEqualTo(Grant.GRANTED);
        assertThat(other.take(call("BAR", Timeframe.M5, CLOSE.plusSeconds(300), day)))
                .isEqualTo(Grant.GRANTED);
    }

    @Test
    void whoAsksAtOnceSharesTheLastCalls() throws Exception {
        LocalDate day = LocalDate.parse("2001-05-01");

        assertThat(atOnce(8, i -> call("MANY-" + i, day)))
                .containsOnlyOnce(Grant.GRANTED)
                .hasSize(8);
        assertThat(atOnce(8, _ -> call("SAME", day.plusDays(1))))
                .containsOnlyOnce(Grant.GRANTED)
                .doesNotContain(Grant.OVER_BUDGET);
    }

    @Test
    void daysLongPastAreForgotten() {
        LocalDate day = LocalDate.parse("2001-06-01");
        OverlayBudget budget = budget(100, 1_000);
        var _ = budget.take(call("PAST-1", day.minusDays(401)));

        var _ = budget.take(call("PAST-2", day));

        assertThat(jdbc.sql("SELECT count(*) FROM overlay_day WHERE day = :day")
                        .param("day", day.minusDays(401))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** What several instances with one call a day are told. */
    private List<Grant> atOnce(int instances, IntFunction<OverlayCall> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
            List<Future<Grant>> grants = threads.invokeAll(IntStream.range(0, instances)
                    .<Callable<Grant>>mapToObj(i -> () -> budget(1, 1_000).take(calls.apply(i)))
                    .toList());
            return grants.stream().map(Future::resultNow).toList();
        }
    }

    private OverlayBudget budget(int calls, long tokens) {
        return new JdbcOverlayBudget(
                jdbc,
                new OverlaySettings("key", "http://localhost", "claude-test", Duration.ofSeconds(1), calls, tokens));
    }

    private static OverlayCall call(String symbol, LocalDate day) {
        return call(symbol, Timeframe.M5, CLOSE, day);
    }

    private static OverlayCall call(String symbol, Timeframe timeframe, Instant closedAt, LocalDate day) {
        return new OverlayCall(symbol, timeframe, closedAt, day, 100);
    }
}
