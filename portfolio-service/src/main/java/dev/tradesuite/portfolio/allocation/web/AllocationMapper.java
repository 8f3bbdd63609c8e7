package dev.tradesuite.portfolio.allocation.web;

import dev.tradesuite.contracts.portfolio.AllocationPnl;
import dev.tradesuite.contracts.portfolio.PortfolioMetrics;
import dev.tradesuite.contracts.portfolio.StrategyPortfolio;
import dev.tradesuite.contracts.portfolio.TargetPortfolio;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.quant.performance.Metric;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes targets and portfolios. */
public final class AllocationMapper {

    private AllocationMapper() {}

    /** A target as it is told. */
    public static TargetPortfolio target(AllocationTarget target) {
        AllocationTarget.Cause cause = target.cause();
        return new TargetPortfolio(
                target.account(),
                target.version(),
                target.weights(),
                unallocated(target),
                cause.origin(),
                cause.answer().orElse(null),
                cause.person(),
                cause.reason(),
                cause.at());
    }

    static StrategyPortfolio portfolio(PortfolioViewService.View view) {
        HeldAccount account = view.account();
        return new StrategyPortfolio(
                account.id(),
                account.currency(),
                view.value(),
                account.cash().balance(),
                account.cash().buyingPower(),
                view.target().map(AllocationTarget::version).orElse(null),
                view.shares().stream().map(AllocationMapper::share).toList(),
                account.valueOf(HeldShare.UNASSIGNED).orElse(null),
                view.turnover(),
                account.asOf());
    }

    private static StrategyPortfolio.StrategyShare share(PortfolioViewService.Share share) {
        return new StrategyPortfolio.StrategyShare(
                share.strategy().code(),
                share.strategy().source().text(),
                share.strategy().state(),
                share.value().orElse(null),
                orNull(share.current()),
                share.target(),
                orNull(share.drift()),
                share.allocation().map(StrategyAllocation::capital).orElse(null),
                share.reason().orElse(null));
    }

    static AllocationPnl pnl(PortfolioViewService.Earnings earnings) {
        HeldAccount account = earnings.account();
        return new AllocationPnl(
                account.id(),
                account.currency(),
                account.cash().realised(),
                account.cash().equity().subtract(account.cash().balance()),
                account.cash().netCashFlow(),
                account.cash().commission(),
                earnings.strategies().stream()
                        .map(one -> new AllocationPnl.StrategyEarnings(
                                one.strategy(), one.realised(), one.unrealised().orElse(null), one.cashFlows()))
                        .toList(),
                account.asOf());
    }

    static PortfolioMetrics metrics(String account, int days, PortfolioViewService.Metrics metrics) {
        return new PortfolioMetrics(
                account,
                days,
                metrics.figures().stream().map(AllocationMapper::figures).toList(),
                metrics.without());
    }

    private static PortfolioMetrics.StrategyFigures figures(PortfolioViewService.Figures figures) {
        Map<String, String> unavailable = new TreeMap<>();
        return new PortfolioMetrics.StrategyFigures(
                figures.code(),
                figures.returns().label(),
                figures.record().days(),
                PortfolioViewService.totalReturn(figures.returns().days()),
                known("volatility", figures.record().volatility(), unavailable),
                known("sharpe", figures.record().sharpe(), unavailable),
                known("drawdown", figures.record().drawdown(), unavailable),
                unavailable);
    }

    private static @Nullable Double known(String name, Metric metric, Map<String, String> unavailable) {
        metric.reason().ifPresent(why -> unavailable.put(name, why.name()));
        return orNull(metric.value());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** In decimals: 1 - 0.7 is 0.3. */
    private static double unallocated(AllocationTarget target) {
        return target.weights().values().stream()
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ONE, BigDecimal::subtract)
                .max(BigDecimal.ZERO)
                .doubleValue();
    }
}
