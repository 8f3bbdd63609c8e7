package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.AllocationReason;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.portfolio.returns.TrackRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the portfolio of an account: what it is, what it is to be, and how its strategies did. */
public final class PortfolioViewService {

    private final AccountHoldings accounts;
    private final AccountWorths worths;
    private final TargetPortfolios targets;
    private final Allocations allocations;
    private final StrategyStore strategies;
    private final ReturnReader returns;
    private final Clock clock;

    public PortfolioViewService(
            AccountHoldings accounts,
            AccountWorths worths,
            TargetPortfolios targets,
            Allocations allocations,
            StrategyStore strategies,
            ReturnReader returns,
            Clock clock) {
        this.accounts = accounts;
        this.worths = worths;
        this.targets = targets;
        this.allocations = allocations;
        this.strategies = strategies;
        this.returns = returns;
        this.clock = clock;
    }

    /**
     * A portfolio.
     *
     * @param value equity, and what the portfolios of prediction markets are worth
     * @param target empty while there is none
     * @param shares by code
     */
    public record View(HeldAccount account, BigDecimal value, Optional<AllocationTarget> target, List<Share> shares) {

        public View {
            shares = List.copyOf(shares);
        }

        /** Half of what the weights are away from the target, as far as they are known. */
        public double turnover() {
            return shares.stream()
                            .flatMapToDouble(share -> share.drift().stream())
                            .map(Math::abs)
                            .sum()
                    / 2;
        }
    }

    /**
     * One strategy of a portfolio.
     *
     * @param value of what it holds; empty when its source is nothing that is held in an account
     * @param current weight; empty with the reason
     * @param allocation in force; empty before the first rebalancing
     */
    public record Share(
            RegisteredStrategy strategy,
            Optional<BigDecimal> value,
            OptionalDouble current,
            double target,
            Optional<StrategyAllocation> allocation,
            Optional<Reason> reason) {

        /** Current less target weight; empty when the current one is not known. */
        public OptionalDouble drift() {
            return current.isPresent() ? OptionalDouble.of(current.getAsDouble() - target) : OptionalDouble.empty();
        }
    }

    /**
     * What an account has earned.
     *
     * @param strategies by code
     */
    public record Earnings(HeldAccount account, List<StrategyEarned> strategies) {

        public Earnings {
            strategies = List.copyOf(strategies);
        }
    }

    /** Returns of a strategy under one label, and how they did. */
    public record Figures(String code, StrategyReturns returns, TrackRecord record) {}

    /**
     * How the strategies did.
     *
     * @param without codes without returns
     */
    public record Metrics(List<Figures> figures, List<String> without) {

        public Metrics {
            figures = List.copyOf(figures);
            without = List.copyOf(without);
        }
    }

    /** The portfolio of an account; empty when there is no such account. */
    public Optional<View> view(String id) {
        return accounts.find(id).map(account -> {
            Optional<AllocationTarget> target = targets.newest(id);
            Map<String, StrategyAllocation> inForce = allocations.ofAccount(id).stream()
                    .collect(Collectors.toMap(StrategyAllocation::strategy, Function.identity()));
            List<RegisteredStrategy> found = codes(target, inForce, account).stream()
                    .flatMap(code -> strategies.find(code).stream())
                    .toList();
            AccountWorth worth = worths.of(account, found);
            List<Share> shares = found.stream()
                    .map(strategy -> share(
                            strategy,
                            worth,
                            target.map(one -> one.weight(strategy.code())).orElse(0.0),
                            Optional.ofNullable(inForce.get(strategy.code()))))
                    .toList();
            return new View(account, worth.value(), target, shares);
        });
    }

    /** The books of an account and who has earned what of it; empty when there is none. */
    public Optional<Earnings> earnings(String id) {
        return accounts.find(id).map(account -> new Earnings(account, accounts.earned(id)));
    }

    /** How the strategies of an account did in the calendar days up to today, by code and label. */
    public Metrics metrics(String account, int days, double periodsPerYear) {
        SortedSet<String> codes = new TreeSet<>();
        targets.newest(account)
                .ifPresent(target -> codes.addAll(target.weights().keySet()));
        allocations.ofAccount(account).forEach(one -> codes.add(one.strategy()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<StrategyReturns> found = codes.isEmpty()
                ? List.of()
                : returns.read(new ReturnReader.Wanted(codes, today.minusDays(days - 1L), today, Optional.empty()));
        found.forEach(one -> codes.remove(one.code()));
        return new Metrics(
                found.stream()
                        .map(one -> new Figures(one.code(), one, TrackRecord.of(one.days(), periodsPerYear)))
                        .toList(),
                List.copyOf(codes));
    }

    /** Compounded return of days. */
    public static double totalReturn(List<DailyReturn> days) {
        return days.stream().mapToDouble(day -> 1 + day.value()).reduce(1, (one, other) -> one * other) - 1;
    }

    private static SortedSet<String> codes(
            Optional<AllocationTarget> target, Map<String, StrategyAllocation> inForce, HeldAccount account) {
        SortedSet<String> codes = new TreeSet<>(account.holders());
        codes.addAll(inForce.keySet());
        target.ifPresent(one -> codes.addAll(one.weights().keySet()));
        return codes;
    }

    private static Share share(
            RegisteredStrategy strategy, AccountWorth worth, double target, Optional<StrategyAllocation> allocation) {
        HeldAccount account = worth.account();
        Optional<BigDecimal> portfolio = worth.portfolio(strategy.code()).map(HeldPortfolio::value);
        if (portfolio.isEmpty() && !isHeldInAccounts(strategy.source())) {
            return new Share(
                    strategy,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    target,
                    allocation,
                    Optional.of(Reason.of(
                            AllocationReason.SOURCE_NOT_EXECUTABLE,
                            "%s is counted and not traded"
                                    .formatted(strategy.source().text()))));
        }
        BigDecimal value = portfolio.or(() -> account.valueOf(strategy.code())).orElse(null);
        if (value == null) {
            return new Share(
                    strategy,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    target,
                    allocation,
                    Optional.of(Reason.of(
                            AllocationReason.HOLDING_WITHOUT_MARK,
                            "A part of what %s holds has no mark".formatted(strategy.code()))));
        }
        BigDecimal whole = worth.value();
        return whole.signum() > 0
                ? new Share(
                        strategy,
                        Optional.of(value),
                        OptionalDouble.of(
                                value.divide(whole, MathContext.DECIMAL64).doubleValue()),
                        target,
                        allocation,
                        Optional.empty())
                : new Share(
                        strategy,
                        Optional.of(value),
                        OptionalDouble.empty(),
                        target,
                        allocation,
                        Optional.of(Reason.of(
                                AllocationReason.ACCOUNT_WORTH_NOTHING,
                                "The value of %s is %s".formatted(account.id(), whole.toPlainString()))));
    }

    /** Whether positions of an account carry what a strategy holds. */
    public static boolean isHeldInAccounts(StrategySource source) {
        return switch (source) {
            case StrategySource.HeldInstrument _, StrategySource.ModelAccount _ -> true;
            case StrategySource.AccountBooks _, StrategySource.PortfolioBooks _, StrategySource.Imported _ -> false;
        };
    }
}
