package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Knows on which days an account can be rebalanced: those on which every market trades whose instruments its strategies
 * hold or are to hold, holidays left out.
 */
final class TradingDays {

    /** Longer than markets are closed. */
    private static final int LOOKED_AT = 15;

    private final TargetPortfolios targets;
    private final Allocations allocations;
    private final StrategyStore strategies;
    private final InstrumentCatalog catalog;
    private final MarketHours hours;

    TradingDays(
            TargetPortfolios targets,
            Allocations allocations,
            StrategyStore strategies,
            InstrumentCatalog catalog,
            MarketHours hours) {
        this.targets = targets;
        this.allocations = allocations;
        this.strategies = strategies;
        this.catalog = catalog;
        this.hours = hours;
    }

    /**
     * The moment when it is on a trading day, else the same time of the first trading day after it; the moment too when
     * there is none for long.
     *
     * @param zone that says when a day begins
     */
    Instant onOrAfter(String account, Instant moment, ZoneId zone) {
        List<Instrument> instruments = instruments(account);
        ZonedDateTime first = moment.atZone(zone);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(LOOKED_AT)
                .filter(day -> isTradingDay(instruments, day.toLocalDate()))
                .findFirst()
                .orElse(first)
                .toInstant();
    }

    private boolean isTradingDay(List<Instrument> instruments, LocalDate date) {
        return instruments.stream().allMatch(instrument -> hours.isTradingDay(instrument, date));
    }

    private List<Instrument> instruments(String account) {
        NavigableSet<String> codes = new TreeSet<>();
        targets.newest(account)
                .ifPresent(target -> codes.addAll(target.weights().keySet()));
        allocations.ofAccount(account).stream()
                .filter(allocation -> allocation.weight() > 0)
                .map(StrategyAllocation::strategy)
                .forEach(codes::add);
        return codes.stream()
                .flatMap(code -> strategies.find(code).stream())
                .map(RegisteredStrategy::source)
                .filter(StrategySource.HeldInstrument.class::isInstance)
                .map(StrategySource.HeldInstrument.class::cast)
                .flatMap(source -> catalog.find(source.symbol()).stream())
                .toList();
    }
}
