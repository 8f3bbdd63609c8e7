package dev.tradesuite.signals.pnl;

import dev.tradesuite.contracts.signals.PnlPeriod;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.BarCache;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.trade.TradeStore;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Sums up the trades of calendar periods. */
public final class ProfitAndLossService {

    private static final int MOST_KEPT = 200;

    private final TradeStore store;
    private final ZoneId zone;
    private final Clock clock;
    /** Asked by the start of the period: another day is another question. Only a bar closes trades. */
    private final BarCache<Optional<Instant>, Map<Integer, TradeStatistics>> kept = new BarCache<>(MOST_KEPT);

    /** @param zone whose days, weeks and months count */
    public ProfitAndLossService(TradeStore store, ZoneId zone, Clock clock) {
        this.store = store;
        this.zone = zone;
        this.clock = clock;
    }

    /** The trades of accounts in a period that ends now. */
    public ProfitAndLoss of(ModelSelection selection, PnlPeriod period) {
        Instant now = clock.instant();
        Optional<Instant> start = start(period, now);
        Map<Integer, TradeStatistics> totals = selection.series().isEmpty()
                ? Map.of()
                : kept.get(selection, start, () -> totals(selection, start, now));
        return new ProfitAndLoss(
                start.or(selection::firstBar),
                now,
                selection.accounts().stream()
                        .map(account -> new ProfitAndLoss.AccountProfit(
                                account, totals.getOrDefault(account.strategy().id(), TradeStatistics.NONE)))
                        .sorted(Comparator.comparing(
                                (ProfitAndLoss.AccountProfit profit) ->
                                        profit.trades().netProfit(),
                                Comparator.reverseOrder()))
                        .toList());
    }

    private Map<Integer, TradeStatistics> totals(ModelSelection selection, Optional<Instant> start, Instant now) {
        return store.totals(selection.series().orElseThrow(), start.orElse(null), now);
    }

    /** When a period began; empty for one without a beginning. */
    private Optional<Instant> start(PnlPeriod period, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (period) {
            case TODAY -> Optional.of(begin(today));
            case WEEK -> Optional.of(begin(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
            case MONTH -> Optional.of(begin(today.withDayOfMonth(1)));
            case ALL -> Optional.empty();
        };
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
