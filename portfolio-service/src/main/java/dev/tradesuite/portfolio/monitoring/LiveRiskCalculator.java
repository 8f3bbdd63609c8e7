package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.MonitoringReason;
import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.monitoring.LiveRisk.StaleReason;
import dev.tradesuite.portfolio.monitoring.LiveRisk.SymbolPart;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.performance.Moments;
import dev.tradesuite.quant.risk.RiskContributions;
import dev.tradesuite.quant.risk.TailLevel;
import dev.tradesuite.quant.risk.TailRisk;
import dev.tradesuite.quant.risk.ValueAtRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an account can lose, by the daily returns of what it holds now: the return of a day is the sum of exposure /
 * equity x return of the instrument, over the days that all of them have.
 *
 * <p>A strategy takes part by what it holds; contributions to the historical expected shortfall add up to it. Pure but
 * for memory it reads; safe for many threads.
 */
public final class LiveRiskCalculator {

    /** Who holds what no strategy holds. */
    public static final String UNASSIGNED = "unassigned";

    /** Confidence of the limits and of the contributions. */
    static final double CONFIDENCE = 0.95;

    private static final List<Double> CONFIDENCES = List.of(CONFIDENCE, 0.99);
    private static final long SEED = 1;

    private final InstrumentCatalog catalog;
    private final MarketHours hours;
    private final LiveMemory memory;
    private final Ages ages;
    private final LimitJudge judge;

    /**
     * How old things may be, and how many returns count.
     *
     * @param books since they were heard of
     * @param price while its market is open
     * @param returns newest daily return, in days
     * @param window most daily returns
     */
    public record Ages(Duration books, Duration price, int returns, int window) {}

    public LiveRiskCalculator(
            InstrumentCatalog catalog, MarketHours hours, LiveMemory memory, Ages ages, MonitoringLimits limits) {
        this.catalog = catalog;
        this.hours = hours;
        this.memory = memory;
        this.ages = ages;
        this.judge = new LimitJudge(limits);
    }

    /** Position with its instrument and the price it is valued at. */
    private record Valued(WatchedAccount.Position position, Instrument instrument, PricePoint price) {

        private BigDecimal worth(BigDecimal lots, BigDecimal at) {
            return lots.multiply(instrument.contractSize()).multiply(at).multiply(position.conversion());
        }

        BigDecimal exposure() {
            return worth(position.lots(), price.price());
        }

        /** What the newest price adds to what the books say. */
        BigDecimal gain() {
            return worth(position.lots(), price.price().subtract(position.mark()));
        }
    }

    /**
     * The risk.
     *
     * @param heard the account and when it was told of
     * @param peak its highest equity
     * @param breached limits it was beyond before
     */
    public LiveRisk risk(LiveMemory.Heard heard, EquityPeak peak, Set<PortfolioLimit> breached, Instant now) {
        WatchedAccount account = heard.account();
        List<StaleReason> stale = new ArrayList<>();
        if (heard.at().isBefore(now.minus(ages.books()))) {
            stale.add(stale("books", MonitoringReason.BOOKS_STALE, "The books were heard of last at " + heard.at()));
        }
        List<Valued> valued = account.positions().stream()
                .flatMap(position -> valued(position, now, stale).stream())
                .toList();
        BigDecimal equity =
                valued.stream().map(Valued::gain).reduce(account.cash().equity(), BigDecimal::add);
        Map<String, Map<String, Double>> held = held(account, valued);
        LossParts loss =
                equity.signum() > 0 ? loss(held, equity.doubleValue(), valued, stale, now) : withoutEquity(stale);
        BigDecimal highest = peak.peak().max(equity);
        LiveRisk.Worth worth =
                new LiveRisk.Worth(money(equity), account.cash().balance(), money(highest), peak.drawdown(equity));
        List<LiveRisk.StrategyPart> strategies = strategies(held, loss);
        return new LiveRisk(
                account.id(),
                account.currency(),
                account.label(),
                asOf(account, valued),
                worth,
                valued.stream().map(LiveRiskCalculator::part).toList(),
                strategies,
                loss.loss(),
                judge.judge(new LimitJudge.Measured(worth.drawdown(), loss.loss(), strategies, stale), breached),
                stale);
    }

    private static Instant asOf(WatchedAccount account, List<Valued> valued) {
        return valued.stream()
                .map(each -> each.price().at())
                .reduce(account.updatedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static SymbolPart part(Valued each) {
        return new SymbolPart(each.position().symbol(), each.position().lots(), each.price(), money(each.exposure()));
    }

    private Optional<Valued> valued(WatchedAccount.Position position, Instant now, List<StaleReason> stale) {
        String symbol = position.symbol();
        Optional<Instrument> instrument = catalog.find(symbol);
        if (instrument.isEmpty()) {
            stale.add(stale(symbol, MonitoringReason.RETURNS_UNKNOWN, "The catalogue has no instrument " + symbol));
            return Optional.empty();
        }
        PricePoint price = memory.price(symbol)
                .filter(known -> known.at().isAfter(position.markedAt()))
                .orElse(new PricePoint(position.mark(), position.markedAt()));
        if (!hours.isFresh(instrument.get(), price.at(), now, ages.price())) {
            stale.add(stale(
                    symbol,
                    MonitoringReason.PRICE_STALE,
                    "The newest price of %s is of %s".formatted(symbol, price.at())));
        }
        return Optional.of(new Valued(position, instrument.get(), price));
    }

    /** Value by strategy and symbol; what the strategies do not hold of a position is unassigned. */
    private static Map<String, Map<String, Double>> held(WatchedAccount account, List<Valued> valued) {
        Map<String, Map<String, Double>> held = new TreeMap<>();
        for (Valued each : valued) {
            String symbol = each.position().symbol();
            BigDecimal rest = each.position().lots();
            for (WatchedAccount.Holding holding : account.holdings()) {
                if (holding.symbol().equals(symbol) && !holding.strategy().equals(UNASSIGNED)) {
                    rest = rest.subtract(holding.lots());
                    put(
                            held,
                            holding.strategy(),
                            symbol,
                            each.worth(holding.lots(), each.price().price()));
                }
            }
            put(held, UNASSIGNED, symbol, each.worth(rest, each.price().price()));
        }
        return held;
    }

    private static void put(Map<String, Map<String, Double>> held, String strategy, String symbol, BigDecimal value) {
        if (value.signum() != 0) {
            held.computeIfAbsent(strategy, _ -> new TreeMap<>()).merge(symbol, value.doubleValue(), Double::sum);
        }
    }

    /** Figures of the loss, and the part of each strategy in the shortfall, a fraction of equity. */
    private record LossParts(LiveRisk.Loss loss, Map<String, Double> contributions) {}

    private static LossParts withoutEquity(List<StaleReason> stale) {
        stale.add(
                stale("equity", MonitoringReason.EQUITY_NOT_POSITIVE, MonitoringReason.EQUITY_NOT_POSITIVE.sentence()));
        return new LossParts(LiveRisk.Loss.unknown(0), Map.of());
    }

    private LossParts loss(
            Map<String, Map<String, Double>> held,
            double equity,
            List<Valued> valued,
            List<StaleReason> stale,
            Instant now) {
        if (held.isEmpty()) {
            return new LossParts(new LiveRisk.Loss(List.of(), OptionalDouble.of(0), OptionalDouble.of(0), 0), Map.of());
        }
        Map<String, InstrumentReturns> returns = new HashMap<>();
        valued.forEach(each -> known(each.position().symbol(), stale, now)
                .ifPresent(known -> returns.put(each.position().symbol(), known)));
        if (returns.size() < valued.size()) {
            return new LossParts(LiveRisk.Loss.unknown(0), Map.of());
        }
        long[] days = commonDays(returns);
        List<String> codes = List.copyOf(held.keySet());
        double[][] series = codes.stream()
                .map(code -> series(held.getOrDefault(code, Map.of()), returns, days, equity))
                .toArray(double[][]::new);
        if (days.length < ValueAtRisk.FEWEST) {
            stale.add(stale(
                    "returns",
                    MonitoringReason.TOO_FEW_COMMON_DAYS,
                    "What is held has %d days in common, and %d are needed"
                            .formatted(days.length, ValueAtRisk.FEWEST)));
            return new LossParts(LiveRisk.Loss.unknown(days.length), Map.of());
        }
        return loss(ReturnTable.of(codes, days, series));
    }

    private static LossParts loss(ReturnTable table) {
        double[] ones = new double[table.assets()];
        Arrays.fill(ones, 1);
        double[] portfolio = table.portfolio(ones);
        List<TailRisk> tails = CONFIDENCES.stream()
                .flatMap(confidence -> ValueAtRisk.all(portfolio, TailLevel.of(confidence), SEED).stream())
                .toList();
        RiskContributions shortfall = RiskContributions.historicalExpectedShortfall(table, ones, CONFIDENCE);
        Map<String, Double> contributions = new TreeMap<>();
        for (int i = 0; i < ones.length; i++) {
            contributions.put(table.codes().get(i), shortfall.component()[i]);
        }
        return new LossParts(
                new LiveRisk.Loss(
                        tails,
                        OptionalDouble.of(Moments.of(portfolio).deviation()),
                        OptionalDouble.of(shortfall.total()),
                        table.periods()),
                contributions);
    }

    private Optional<InstrumentReturns> known(String symbol, List<StaleReason> stale, Instant now) {
        Optional<InstrumentReturns> known =
                memory.returns(symbol).filter(told -> !told.days().isEmpty());
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(ages.returns());
        if (known.isEmpty()) {
            stale.add(stale(
                    symbol,
                    MonitoringReason.RETURNS_UNKNOWN,
                    "The daily returns of %s are not known".formatted(symbol)));
        } else if (known.get().days().lastKey().isBefore(oldest)) {
            stale.add(stale(
                    symbol,
                    MonitoringReason.RETURNS_STALE,
                    "The newest daily return of %s is of %s"
                            .formatted(symbol, known.get().days().lastKey())));
        }
        return known;
    }

    private long[] commonDays(Map<String, InstrumentReturns> returns) {
        NavigableSet<LocalDate> common = new TreeSet<>();
        Stream<InstrumentReturns> all = returns.values().stream();
        all.findFirst().ifPresent(first -> common.addAll(first.days().keySet()));
        returns.values().forEach(each -> common.retainAll(each.days().keySet()));
        return common.stream()
                .skip(Math.max(0, common.size() - ages.window()))
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    private static double[] series(
            Map<String, Double> exposures, Map<String, InstrumentReturns> returns, long[] days, double equity) {
        double[] series = new double[days.length];
        exposures.forEach((symbol, exposure) -> {
            InstrumentReturns known = returns.get(symbol);
            for (int t = 0; known != null && t < days.length; t++) {
                double ofDay = known.days().getOrDefault(LocalDate.ofEpochDay(days[t]), 0.0);
                series[t] = Math.fma(exposure / equity, ofDay, series[t]);
            }
        });
        return series;
    }

    private static List<LiveRisk.StrategyPart> strategies(Map<String, Map<String, Double>> held, LossParts loss) {
        double total = loss.loss().shortfall().orElse(0);
        return held.entrySet().stream()
                .map(entry -> {
                    Double part = loss.contributions().get(entry.getKey());
                    return new LiveRisk.StrategyPart(
                            entry.getKey(),
                            sum(entry.getValue().values().stream().map(Math::abs)),
                            sum(entry.getValue().values().stream()),
                            part == null ? OptionalDouble.empty() : OptionalDouble.of(part),
                            part == null || total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(part / total));
                })
                .toList();
    }

    private static BigDecimal sum(Stream<Double> values) {
        return money(values.map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    private static StaleReason stale(String part, MonitoringReason why, String message) {
        return new StaleReason(part, Reason.of(why, message));
    }
}
