package dev.tradesuite.signals.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.signals.retention.RetentionStore.CloseSeries;
import dev.tradesuite.signals.retention.RetentionStore.RunAccount;
import dev.tradesuite.signals.retention.RetentionStore.SeriesMonth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelRetentionTest {

    private static final Instant NOW = Instant.parse("2026-12-01T03:20:00Z");
    private static final SeriesMonth MONTH = new SeriesMonth(
            "fact_equity_curve",
            "fact_equity_curve_y2020m01",
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.parse("2020-02-01T00:00:00Z"));
    private static final RunAccount ACCOUNT = new RunAccount("EURUSD", "M5", 1);
    private static final CloseSeries SERIES = new CloseSeries("EURUSD", "M5");

    private final FakeStore store = new FakeStore();
    private final ModelRetention retention = new ModelRetention(
            store,
            new ModelRetention.Kept(Duration.ofDays(180), Duration.ofDays(1827)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void eachIsRemovedAPieceAtATimeUntilNothingIsLeft() {
        store.left.putAll(Map.of(7L, 3, ACCOUNT, 2, SERIES, 1));
        store.backtests = List.of(7L);
        store.months = List.of(MONTH);

        retention.remove(() -> false);

        // 180 days before the 1st of December are the 4th of June, 1,827 days the 30th of November 2021.
        assertThat(store.asked)
                .containsExactly(
                        "backtests 2026-06-04T03:20:00Z",
                        "7",
                        "7",
                        "7",
                        "months 2021-11-30T03:20:00Z",
                        "fact_equity_curve_y2020m01",
                        "EURUSD 2021-11-30T03:20:00Z",
                        "EURUSD 2021-11-30T03:20:00Z",
                        "closes of EURUSD 2021-11-30T03:20:00Z");
    }

    @Test
    void whatFailsHoldsUpNothingElse() {
        store.left.putAll(Map.of(7L, 1, 8L, 1));
        store.backtests = List.of(7L, 8L);
        store.broken = 7L;

        retention.remove(() -> false);

        assertThat(store.asked).contains("8", "months 2021-11-30T03:20:00Z").doesNotContain("7");
    }

    @Test
    void itEndsWithThePieceAtHandWhenTheServiceStops() {
        store.left.put(7L, 100);
        store.backtests = List.of(7L);
        store.months = List.of(MONTH);

        retention.remove(() -> store.asked.size() >= 3);

        assertThat(store.asked).startsWith("backtests 2026-06-04T03:20:00Z", "7", "7");
        assertThat(store.asked).doesNotContain("fact_equity_curve_y2020m01", "EURUSD 2021-11-30T03:20:00Z");
        assertThat(store.left).containsEntry(7L, 98);
    }

    /** Keeps what it was asked to remove, and how many pieces are left of each. */
    private static final class FakeStore implements RetentionStore {

        private final List<String> asked = new ArrayList<>();
        private final Map<Object, Integer> left = new HashMap<>();
        private List<Long> backtests = List.of();
        private List<SeriesMonth> months = List.of();
        private long broken;

        private boolean remove(Object of, String name) {
            asked.add(name);
            return left.merge(of, -1, Integer::sum) > 0;
        }

        @Override
        public List<Long> backtestsEndedBefore(Instant moment) {
            asked.add("backtests " + moment);
            return backtests;
        }

        @Override
        public boolean removeSomeOf(long backtest) {
            if (backtest == broken) {
                throw new IllegalStateException("the database is away");
            }
            return remove(backtest, Long.toString(backtest));
        }

        @Override
        public List<SeriesMonth> monthsBefore(Instant moment) {
            asked.add("months " + moment);
            return months;
        }

        @Override
        public void drop(SeriesMonth month) {
            asked.add(month.part());
        }

        @Override
        public List<RunAccount> liveAccounts() {
            return List.of(ACCOUNT);
        }

        @Override
        public boolean removeSomePoints(RunAccount account, Instant before) {
            return remove(account, account.symbol() + " " + before);
        }

        @Override
        public List<CloseSeries> closeSeries() {
            return List.of(SERIES);
        }

        @Override
        public boolean removeSomeCloses(CloseSeries series, Instant before) {
            return remove(series, "closes of " + series.symbol() + " " + before);
        }
    }
}
