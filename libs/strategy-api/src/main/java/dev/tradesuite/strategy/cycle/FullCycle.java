package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.strategy.cycle.CycleBooks.Beginning;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.Strategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Runs cycles for a strategy. Safe for use by many threads.
 *
 * <p>It keeps nothing itself: the books know which cycles have ended, which order of a cycle was taken, and whose run
 * may still write. A cycle that broke off can therefore be repeated with its id, here or at another controller.
 *
 * @param <R> a report as the books keep it
 */
public final class FullCycle<R> {

    private final Strategy strategy;
    private final SharedMarkets markets;
    private final CycleBooks<R> books;
    private final ControllerStats stats;
    private final Clock clock;
    private final PortfolioLocks turns;

    /** @param patience how long a cycle waits for another one of its portfolio */
    public FullCycle(
            Strategy strategy,
            SharedMarkets markets,
            CycleBooks<R> books,
            ControllerStats stats,
            Clock clock,
            Duration patience) {
        this.strategy = strategy;
        this.markets = markets;
        this.books = books;
        this.stats = stats;
        this.clock = clock;
        this.turns = new PortfolioLocks(patience);
    }

    /**
     * Runs the cycle, or answers the report of an earlier run that ended it.
     *
     * @throws CycleRefusedException when it cannot run for this portfolio
     */
    public R run(CycleRequest request) {
        return turns.take(request.portfolioId(), () -> stats.during(() -> cycle(request)));
    }

    /**
     * What the cycle would want now. Nothing is traded, valued or stored.
     *
     * @throws CycleRefusedException when it cannot run for this portfolio
     */
    public R dryRun(CycleRequest request, CyclePreview<R> preview) {
        Instant now = clock.instant();
        StepTimer steps = new StepTimer();
        OpenCycle<R> open = steps.time("begin", () -> preview.look(request));
        return new RunningCycle<>(request, open, config(open.portfolio()), strategy, markets, now, steps)
                .toTheEnd(clock);
    }

    private R cycle(CycleRequest request) {
        Instant now = clock.instant();
        StepTimer steps = new StepTimer();
        return switch (steps.time("begin", () -> books.begin(request))) {
            case Beginning.Ended<R>(R report) -> report;
            case Beginning.Begun<R>(OpenCycle<R> open) ->
                new RunningCycle<>(request, open, config(open.portfolio()), strategy, markets, now, steps)
                        .toTheEnd(clock);
        };
    }

    private ParameterValues config(PortfolioState portfolio) {
        if (!portfolio.strategyType().equals(strategy.type())) {
            throw new CycleRefusedException(
                    CycleRefusedException.Cause.OTHER_STRATEGY,
                    "portfolio %d is run by %s, this is %s"
                            .formatted(portfolio.portfolioId(), portfolio.strategyType(), strategy.type()));
        }
        if (portfolio.status() == PortfolioStatus.ARCHIVED) {
            throw new CycleRefusedException(
                    CycleRefusedException.Cause.NOT_ACTIVE,
                    "portfolio %d is %s"
                            .formatted(
                                    portfolio.portfolioId(),
                                    portfolio.status().name().toLowerCase(Locale.ROOT)));
        }
        return switch (strategy.validate(portfolio.config())) {
            case Checked.Valid(ParameterValues config) -> config;
            case Checked.Invalid(var faults) ->
                throw new CycleRefusedException(
                        CycleRefusedException.Cause.CONFIG_NOT_VALID,
                        "the configuration of portfolio %d cannot be used".formatted(portfolio.portfolioId()),
                        faults);
        };
    }
}
