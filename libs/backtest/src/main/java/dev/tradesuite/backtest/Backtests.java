package dev.tradesuite.backtest;

import static dev.tradesuite.contracts.market.MarketReason.FILTERS_NOT_APPLIED;
import static dev.tradesuite.contracts.market.MarketReason.HISTORY_UNREADABLE;
import static dev.tradesuite.contracts.market.MarketReason.NOT_SETTLED;
import static dev.tradesuite.contracts.market.MarketReason.NO_ORDER_BOOK;
import static dev.tradesuite.contracts.market.MarketReason.OUTCOME_INFERRED;

import dev.tradesuite.backtest.BacktestTrade.Exit;
import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.strategy.cycle.ControllerStats;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.FullCycle;
import dev.tradesuite.strategy.feed.MemoryPriceStore;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Strategy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays strategies over daily prices.
 *
 * <p>Day by day the {@link FullCycle} that a controller runs for a portfolio runs here, with markets that show no more
 * than was known on that day and books that are kept in memory. Nothing is read but the files and nothing is written.
 */
public final class Backtests {

    private static final long PORTFOLIO = 1;
    private static final int NAMED = 5;

    private Backtests() {}

    /**
     * Replays from the first day with a price to the day after the last.
     *
     * @throws IllegalArgumentException the configuration is not valid; the message names every fault
     * @throws dev.tradesuite.market.MarketSourceException a file cannot be read
     */
    public static BacktestResult run(BacktestRequest request) {
        ParameterValues config = config(request);
        PriceFile file = PriceFile.read(request.history(), request.settledFrom());
        ReplayClock clock = new ReplayClock(file.firstDay());
        PastMarkets markets = new PastMarkets(file.markets(), request.halfSpread(), clock);
        PortfolioReplay books =
                new PortfolioReplay(request.strategy().type(), config.shown(), request.initialBalance(), clock);
        FullCycle<ReplayedDay> cycle = cycle(request.strategy(), markets, books, clock);

        List<DailyValue> equity = new ArrayList<>();
        Map<String, Integer> tooShort = new LinkedHashMap<>();
        int daysWithMarkets = 0;
        int signals = 0;
        int denied = 0;
        while (!clock.day().isAfter(file.lastDay())) {
            books.closeEnded(held -> markets.closingPrice(held.marketId(), held.outcome()));
            ReplayedDay replayed = cycle.run(new CycleRequest(PORTFOLIO, cycleId(clock), 0));
            replayed.summary().warnings().stream()
                    .filter(warning -> warning.code().equals(StrategyReason.HISTORY_TOO_SHORT.name()))
                    .forEach(warning -> tooShort.merge(warning.message(), 1, Integer::sum));
            daysWithMarkets += replayed.summary().counts().marketsKept() > 0 ? 1 : 0;
            equity.add(books.value(replayed.trades()));
            signals += replayed.summary().counts().signals();
            denied += replayed.denied();
            clock.advance();
        }
        List<BacktestTrade> trades = books.trades();
        List<Reason> notes = notes(request, file, trades);
        int daysTooShort =
                tooShort.values().stream().mapToInt(Integer::intValue).sum();
        if (daysTooShort > 0 && daysTooShort == daysWithMarkets) {
            notes.add(new Reason(
                    StrategyReason.HISTORY_TOO_SHORT.name(),
                    "On none of %d days: %s"
                            .formatted(
                                    daysTooShort, tooShort.keySet().iterator().next())));
        }
        return new BacktestResult(
                RunLabel.BACKTEST,
                request.strategy().type(),
                request.strategy().version(),
                config.shown(),
                file.firstDay(),
                file.lastDay(),
                file.markets().size(),
                file.withoutPrice(),
                signals,
                denied,
                request.initialBalance(),
                equity,
                trades,
                Performance.of(request.initialBalance(), equity, trades),
                notes);
    }

    private static FullCycle<ReplayedDay> cycle(
            Strategy strategy, PastMarkets markets, PortfolioReplay books, ReplayClock clock) {
        SharedMarkets shared =
                new SharedMarkets(markets, new MemoryPriceStore(strategy.lookback()), Duration.ZERO, clock);
        return new FullCycle<>(strategy, shared, books, new ControllerStats(clock), clock, Duration.ZERO);
    }

    /** What was set, with the filters opened for which the history has no figures. */
    private static ParameterValues config(BacktestRequest request) {
        Map<String, @Nullable Object> config = new HashMap<>(request.config());
        filters(request.strategy()).forEach(filter -> config.put(filter.name(), BigDecimal.ZERO));
        return switch (request.strategy().validate(config)) {
            case Checked.Valid(ParameterValues valid) -> valid;
            case Checked.Invalid(var faults) ->
                throw new IllegalArgumentException("the configuration cannot be used: "
                        + faults.stream()
                                .map(fault -> fault.parameter() + " " + fault.message())
                                .collect(Collectors.joining("; ")));
        };
    }

    private static List<Parameter> filters(Strategy strategy) {
        return LiquidityFilter.PARAMETERS.stream()
                .filter(strategy.parameters().parameters()::contains)
                .toList();
    }

    /** The same day has the same cycle, however often it is replayed. */
    private static UUID cycleId(ReplayClock clock) {
        return UUID.nameUUIDFromBytes(clock.day().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Reason> notes(BacktestRequest request, PriceFile file, List<BacktestTrade> trades) {
        List<Reason> notes = new ArrayList<>();
        List<Parameter> filters = filters(request.strategy());
        if (!filters.isEmpty()) {
            notes.add(note(
                    FILTERS_NOT_APPLIED,
                    "%s are 0".formatted(filters.stream().map(Parameter::name).collect(Collectors.joining(", ")))));
        }
        notes.add(note(NO_ORDER_BOOK, "half spread " + request.halfSpread().toPlainString()));
        if (!file.unreadable().isEmpty()) {
            notes.add(note(HISTORY_UNREADABLE, listed(file.unreadable())));
        }
        Set<String> inferred = file.markets().stream()
                .filter(PastMarket::inferred)
                .map(PastMarket::id)
                .collect(Collectors.toSet());
        List<String> settled = trades.stream()
                .filter(trade -> trade.exit() == Exit.WON || trade.exit() == Exit.LOST || trade.exit() == Exit.SETTLED)
                .map(BacktestTrade::marketId)
                .filter(inferred::contains)
                .toList();
        if (!settled.isEmpty()) {
            notes.add(note(
                    OUTCOME_INFERRED,
                    "from %s; %s".formatted(request.settledFrom().toPlainString(), listed(settled))));
        }
        List<String> unsettled = trades.stream()
                .filter(trade -> trade.exit() == Exit.NOT_SETTLED)
                .map(BacktestTrade::marketId)
                .toList();
        if (!unsettled.isEmpty()) {
            notes.add(note(NOT_SETTLED, listed(unsettled)));
        }
        return notes;
    }

    private static Reason note(MarketReason reason, String figures) {
        return new Reason(reason.name(), "%s Here: %s.".formatted(reason.sentence(), figures));
    }

    private static String listed(List<String> cases) {
        String more = cases.size() > NAMED ? " and %d more".formatted(cases.size() - NAMED) : "";
        return "%d: %s%s".formatted(cases.size(), cases.stream().limit(NAMED).collect(Collectors.joining(", ")), more);
    }
}
