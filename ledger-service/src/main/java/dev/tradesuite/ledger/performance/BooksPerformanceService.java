package dev.tradesuite.ledger.performance;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.ledger.performance.PeriodPerformance.CurveDetails;
import dev.tradesuite.ledger.performance.PeriodPerformance.RollingReturns;
import dev.tradesuite.ledger.performance.PeriodPerformance.Worth;
import dev.tradesuite.ledger.prediction.DailySnapshot;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.PortfolioQueries;
import dev.tradesuite.quant.performance.Baselines;
import dev.tradesuite.quant.performance.CalendarReturn;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.HistogramBin;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.PerformanceSummary.Sampling;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.quant.performance.ReturnSeries;
import dev.tradesuite.quant.performance.RollingStatistics;
import dev.tradesuite.quant.performance.TradeStatistics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how accounts and portfolios did over a period that ends now.
 *
 * <p>Returns are those of the money that was there: cash paid in or out is taken out of them, at the end of the five
 * minutes or the hour it was booked in at most. Accounts are measured on their last points of every five minutes, over
 * all time on those of hours; portfolios on the snapshots of their days.
 */
public final class BooksPerformanceService {

    private static final int MOST_POINTS = 100_000;
    private static final int MOST_TRIPS = 100_000;
    private static final int MOST_DAYS = 10_000;
    private static final int HISTOGRAM_BINS = 20;
    private static final int HOURS = 24;
    private static final int DAYS = 20;

    private final EquityLines lines;
    private final RoundTripService trips;
    private final PortfolioQueries portfolios;
    private final ClosedOutcomes outcomes;
    private final BooksSampling sampling;
    private final Clock clock;

    public BooksPerformanceService(
            EquityLines lines,
            RoundTripService trips,
            PortfolioQueries portfolios,
            ClosedOutcomes outcomes,
            BooksSampling sampling,
            Clock clock) {
        this.lines = lines;
        this.trips = trips;
        this.portfolios = portfolios;
        this.outcomes = outcomes;
        this.sampling = sampling;
        this.clock = clock;
    }

    /** How an account did. */
    public PeriodPerformance ofAccount(String accountId, ComparisonPeriod period) {
        Instant now = clock.instant();
        Optional<Instant> start = length(period).map(now::minus);
        List<WorthPoint> points = points(accountId, resolution(period), start, now);
        TradeStatistics closed =
                statistics(trips.list(accountId, TripFilter.within(start, now), Optional.empty(), MOST_TRIPS));
        return of(points, start, now, closed, sampling.ofAccount(trips.symbols(accountId), period, now));
    }

    /** How a portfolio did. */
    public PeriodPerformance ofPortfolio(ManagedPortfolio portfolio, ComparisonPeriod period) {
        Instant now = clock.instant();
        Optional<Instant> start = length(period).map(now::minus);
        List<WorthPoint> all = points(portfolio);
        List<WorthPoint> points = new ArrayList<>();
        for (WorthPoint point : all) {
            if (start.map(point.at()::isAfter).orElse(true)) {
                points.add(point);
            } else {
                // What was there at the start is the last of what came before.
                points.clear();
                points.add(point);
            }
        }
        TradeStatistics closed = statistics(outcomes.list(
                portfolio.id(), portfolio.strategyType(), TripFilter.within(start, now), Optional.empty(), MOST_TRIPS));
        return of(points, start, now, closed, BooksSampling.DAILY);
    }

    /** What a portfolio was worth when it was opened and at the end of its days, the oldest first. */
    public List<WorthPoint> points(ManagedPortfolio portfolio) {
        BigDecimal initial = portfolio.books().funds().initialBalance();
        List<DailySnapshot> days = portfolios.snapshots(portfolio.id(), MOST_DAYS);
        RunLabel label = days.isEmpty() ? RunLabel.PAPER : days.getFirst().label();
        List<WorthPoint> points = new ArrayList<>();
        points.add(new WorthPoint(portfolio.createdAt(), label, initial, BigDecimal.ZERO, BigDecimal.ZERO, 1.0, 1.0));
        double peak = 1;
        for (DailySnapshot day : days) {
            WorthPoint before = points.getLast();
            // What the value is beyond the profit was moved in, or out.
            BigDecimal flow = day.value()
                    .subtract(day.realisedPnl())
                    .subtract(day.floatingPnl())
                    .subtract(initial);
            Double growth = grown(before, day.value().subtract(flow.subtract(before.netCashFlow())));
            peak = growth == null ? peak : Math.max(peak, growth);
            points.add(new WorthPoint(
                    day.takenAt(),
                    day.label(),
                    day.value().subtract(day.floatingPnl()),
                    flow,
                    day.floatingPnl(),
                    growth,
                    peak));
        }
        return points;
    }

    /** @param worth what it is worth now without what was moved in or out since then */
    private static @Nullable Double grown(WorthPoint before, BigDecimal worth) {
        Double growth = before.growth();
        return growth == null || before.equity().signum() <= 0
                ? null
                : Double.valueOf(growth * worth.doubleValue() / before.equity().doubleValue());
    }

    private List<WorthPoint> points(
            String accountId, EquityResolution resolution, Optional<Instant> start, Instant now) {
        List<WorthPoint> points = new ArrayList<>();
        start.flatMap(moment -> lines.lastUntil(accountId, resolution, moment))
                .or(() -> lines.opening(accountId))
                .ifPresent(points::add);
        Optional<Instant> begun = points.stream().map(WorthPoint::at).findFirst();
        lines.points(accountId, resolution, new Span(start, Optional.of(now.plusMillis(1)), MOST_POINTS)).stream()
                .filter(point -> begun.map(point.at()::isAfter).orElse(true))
                .forEach(points::add);
        return points;
    }

    private PeriodPerformance of(
            List<WorthPoint> points, Optional<Instant> start, Instant now, TradeStatistics closed, Sampling taken) {
        if (points.isEmpty()) {
            return new PeriodPerformance(
                    Optional.empty(), now, Optional.empty(), Optional.empty(), Optional.empty(), closed);
        }
        WorthPoint first = points.getFirst();
        WorthPoint last = points.getLast();
        Instant from = start.filter(first.at()::isBefore).orElse(first.at());
        return new PeriodPerformance(
                Optional.of(from),
                now,
                Optional.of(last.label()),
                Optional.of(new Worth(
                        first.equity(), last.equity(), last.netCashFlow().subtract(first.netCashFlow()))),
                WorthCurve.of(points, from).map(curve -> details(curve, taken)),
                closed);
    }

    private static CurveDetails details(EquityCurve curve, Sampling taken) {
        Optional<ReturnSeries> returns =
                curve.isCapitalLost() ? Optional.empty() : Optional.of(curve.returns(taken.interval(), taken.dayEnd()));
        int window = taken.interval() == ReturnInterval.HOURLY ? HOURS : DAYS;
        return new CurveDetails(
                curve,
                PerformanceSummary.of(curve, List.of(), taken),
                CalendarReturn.monthly(curve, ZoneOffset.UTC),
                CalendarReturn.yearly(curve, ZoneOffset.UTC),
                returns.map(all -> HistogramBin.of(all.values(), HISTOGRAM_BINS))
                        .orElse(List.of()),
                new RollingReturns(
                        window,
                        returns.map(all -> RollingStatistics.of(
                                        all, window, taken.periodsPerYear(), taken.riskFreePerYear()))
                                .orElse(List.of()),
                        returns.map(ReturnSeries::size).orElse(0)),
                PerformanceSummary.of(Baselines.doNothing(curve), List.of(), taken));
    }

    private static TradeStatistics statistics(List<ClosedTrip> closed) {
        return TradeStatistics.of(closed.stream().map(ClosedTrip::result).toList());
    }

    private static EquityResolution resolution(ComparisonPeriod period) {
        return switch (period) {
            case DAY, WEEK, MONTH -> EquityResolution.POINTS;
            case ALL -> EquityResolution.HOURS;
        };
    }

    private static Optional<Duration> length(ComparisonPeriod period) {
        return switch (period) {
            case DAY -> Optional.of(Duration.ofDays(1));
            case WEEK -> Optional.of(Duration.ofDays(7));
            case MONTH -> Optional.of(Duration.ofDays(30));
            case ALL -> Optional.empty();
        };
    }
}
