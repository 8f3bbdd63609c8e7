package dev.tradesuite.signals.pnl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.signals.PnlPeriod;
import dev.tradesuite.quant.performance.TradeResult;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.trade.TradeStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfitAndLossServiceTest {

    /** A Sunday; in Bogota it is five hours earlier. */
    private static final Instant NOW = Instant.parse("2026-03-08T02:00:00Z");

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final ModelAccount LOSER = Accounts.account(1, "RL_PPO", FIRST, NOW, "9990");
    private static final ModelAccount WINNER = Accounts.account(2, "ML_XGB", FIRST.plusSeconds(300), NOW, "10030");
    private static final ModelAccount IDLE = Accounts.account(3, "ML_LGBM", FIRST, NOW, "10000");
    private static final ModelSelection ALL = Accounts.selection(LOSER, WINNER, IDLE);

    /** Trades that are summed up as they are asked for. */
    private static final class FakeTrades implements TradeStore {

        private final Map<Integer, List<TradeResult>> trades = Map.of(
                1, List.of(trade("2026-03-08T00:00:00Z", "-10"), trade("2026-03-08T00:05:00Z", "-2")),
                2, List.of(trade("2026-03-01T12:00:00Z", "5"), trade("2026-03-02T00:05:00Z", "30")));

        @Override
        public Map<Integer, TradeStatistics> totals(ModelSeries series, @Nullable Instant after, Instant until) {
            return trades.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> TradeStatistics.of(each.getValue().stream()
                                    .filter(trade ->
                                            after == null || trade.closedAt().isAfter(after))
                                    .filter(trade -> !trade.closedAt().isAfter(until))
                                    .toList())));
        }

        private static TradeResult trade(String closed, String profit) {
            Instant at = Instant.parse(closed);
            return new TradeResult(at.minusSeconds(600), at, new BigDecimal(profit), BigDecimal.ONE);
        }
    }

    @Test
    void todayBeginsAfterMidnight() {
        ProfitAndLoss today = of(ZoneOffset.UTC, PnlPeriod.TODAY);
        assertThat(today.start()).contains(Instant.parse("2026-03-08T00:00:00Z"));
        // What was closed at midnight sharp belongs to the day before.
        assertThat(today.total().netProfit()).isEqualByComparingTo("-2");
    }

    @Test
    void theWeekBeginsOnMondayAndTheMonthOnItsFirst() {
        assertThat(of(ZoneOffset.UTC, PnlPeriod.WEEK).start()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(of(ZoneOffset.UTC, PnlPeriod.WEEK).total().netProfit()).isEqualByComparingTo("18");
        assertThat(of(ZoneOffset.UTC, PnlPeriod.MONTH).start()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(of(ZoneOffset.UTC, PnlPeriod.MONTH).total().netProfit()).isEqualByComparingTo("23");
    }

    @Test
    void daysAreThoseOfTheZone() {
        // In Bogota it is still Saturday.
        ProfitAndLoss today = of(ZoneId.of("America/Bogota"), PnlPeriod.TODAY);
        assertThat(today.start()).contains(Instant.parse("2026-03-07T05:00:00Z"));
        assertThat(today.total().netProfit()).isEqualByComparingTo("-12");
    }

    @Test
    void theMostProfitableComesFirstAndOneWithoutTradesCountsNothing() {
        ProfitAndLoss all = of(ZoneOffset.UTC, PnlPeriod.ALL);
        assertThat(all.start()).contains(FIRST);
        assertThat(all.accounts())
                .extracting(ProfitAndLoss.AccountProfit::account)
                .containsExactly(WINNER, IDLE, LOSER);
        assertThat(all.accounts().get(1).trades().winRate().value()).isEmpty();
        assertThat(all.total().count()).isEqualTo(4);
    }

    @Test
    void withoutAccountsThereIsNothingToSum() {
        ProfitAndLoss none = service(ZoneOffset.UTC)
                .of(new ModelSelection(0, Optional.empty(), Optional.empty(), List.of()), PnlPeriod.ALL);
        assertThat(none.start()).isEmpty();
        assertThat(none.accounts()).isEmpty();
        assertThat(none.total().count()).isZero();
    }

    private static ProfitAndLoss of(ZoneId zone, PnlPeriod period) {
        return service(zone).of(ALL, period);
    }

    private static ProfitAndLossService service(ZoneId zone) {
        return new ProfitAndLossService(new FakeTrades(), zone, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
