package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.AccountWorths;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldPortfolio;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.allocation.MemoryAllocations;
import dev.tradesuite.portfolio.allocation.MemoryTargets;
import dev.tradesuite.portfolio.allocation.PortfolioCash;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.portfolio.allocation.StrategyEarned;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An account of 10,000 USD with margin to spare, a Monday on which the stock market is open, and shares that are traded
 * in thousandths: AAA at 100, BBB at 50, CCC at 20.
 */
final class RebalancingWorld {

    static final String ACCOUNT = "main";

    static final RebalancingRules RULES = new RebalancingRules(
            new RebalancingRules.Dust(BigDecimal.ONE, new BigDecimal("0.1")),
            new BigDecimal("0.5"),
            new BigDecimal("4"),
            BigDecimal.TEN,
            new BigDecimal("0.5"),
            Duration.ofMinutes(15));

    final FixedClock clock = FixedClock.at("2026-02-02T16:00:00Z");
    final InstrumentCatalog catalog = InstrumentCatalog.of(List.of(share("AAA"), share("BBB"), share("CCC")));
    final MemoryStrategies strategies = new MemoryStrategies();
    final MemoryTargets targets = new MemoryTargets();
    final MemoryAllocations allocations = new MemoryAllocations();
    final Map<String, PriceBoard.Price> prices = new TreeMap<>();
    final List<HeldShare> shares = new ArrayList<>();
    final List<PlannedRebalancing> told = new ArrayList<>();
    final KillPoints points = new KillPoints();
    final MemoryRebalancings store = new MemoryRebalancings(points);
    final FakeOrderDesk orders = new FakeOrderDesk(points);
    final MemoryTransfers transfers = new MemoryTransfers();
    final Map<Long, HeldPortfolio> portfolios = new TreeMap<>();
    final FakeApprovalDesk approvals = new FakeApprovalDesk(clock);
    final RebalancingPlanner planner = new RebalancingPlanner(catalog, MarketHours.shipped(), RULES);

    PlanRisk risk = PlanRisk.unknown(Reason.of(RebalancingReason.RISK_UNKNOWN, "nobody has measured it"));
    String equity = "10000";
    String marginUsed = "0";

    RebalancingWorld() {
        strategies.add(MemoryStrategies.strategy("a", new StrategySource.HeldInstrument("AAA")));
        strategies.add(MemoryStrategies.strategy("b", new StrategySource.HeldInstrument("BBB")));
        strategies.add(MemoryStrategies.strategy("c", new StrategySource.HeldInstrument("CCC")));
        price("AAA", "100");
        price("BBB", "50");
        price("CCC", "20");
    }

    void price(String symbol, String price) {
        prices.put(symbol, new PriceBoard.Price(new BigDecimal(price), clock.instant()));
    }

    void holds(String strategy, String symbol, String lots, String value) {
        shares.add(new HeldShare(strategy, symbol, new BigDecimal(lots), Optional.of(new BigDecimal(value))));
    }

    void target(Map<String, Double> weights) {
        target(weights, TargetOrigin.PERSON);
    }

    void target(Map<String, Double> weights, TargetOrigin origin) {
        targets.add(new AllocationTarget(
                ACCOUNT,
                targets.newest(ACCOUNT).map(AllocationTarget::version).orElse(0L) + 1,
                new TreeMap<>(weights),
                new AllocationTarget.Cause(origin, Optional.empty(), "operator", "because", clock.instant())));
    }

    Optional<HeldAccount> account(String id) {
        return Optional.of(new HeldAccount(
                        ACCOUNT,
                        "USD",
                        new HeldAccount.Money(
                                new BigDecimal(equity),
                                new BigDecimal(equity),
                                new BigDecimal(marginUsed),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO),
                        shares,
                        clock.instant()))
                .filter(account -> account.id().equals(id));
    }

    private AccountHoldings accounts() {
        return new AccountHoldings() {
            @Override
            public Optional<HeldAccount> find(String id) {
                return account(id);
            }

            @Override
            public List<StrategyEarned> earned(String id) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private AccountWorths worths() {
        return new AccountWorths(cash(), allocations);
    }

    PortfolioCash cash() {
        return id -> Optional.ofNullable(portfolios.get(id));
    }

    /** A portfolio of prediction markets, which is strategy p. */
    void portfolio(long id, String value, String cash) {
        if (strategies.find("p").isEmpty()) {
            strategies.add(MemoryStrategies.strategy("p", new StrategySource.PortfolioBooks(id)));
        }
        portfolios.put(id, new HeldPortfolio(id, "USD", new BigDecimal(value), new BigDecimal(cash), false));
    }

    RebalancingPlans plans() {
        return new RebalancingPlans(
                accounts(),
                worths(),
                readOnly(),
                allocations,
                strategies,
                new RebalancingPlans.Market(planner, _ -> prices, orders, (_, _) -> risk),
                clock);
    }

    TradingDays days() {
        return new TradingDays(readOnly(), allocations, strategies, catalog, MarketHours.shipped());
    }

    PortfolioViewService portfolios() {
        return new PortfolioViewService(
                accounts(), worths(), readOnly(), allocations, strategies, _ -> List.of(), clock);
    }

    RebalancingService service() {
        return new RebalancingService(plans(), store, transfers, told::add, store, Ids::next, clock);
    }

    ApprovalFollower follower() {
        return new ApprovalFollower(store, told::add, store, Duration.ofMinutes(15), clock);
    }

    RebalancingRunner runner(String owner) {
        return new RebalancingRunner(
                new RebalancingRunner.Books(store, transfers, allocations, told::add),
                new RebalancingRunner.Desks(plans(), orders, approvals, follower()),
                new RebalancingRunner.Market(accounts(), catalog, MarketHours.shipped()),
                store,
                new RebalancingRunner.Pace(
                        owner,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(15)),
                clock);
    }

    /** A plan that waits for approval. */
    UUID submitted() {
        RebalancingService service = service();
        RebalancingService.View draft =
                done(service.draft(ACCOUNT, RebalancingTrigger.PERSON, "operator", "a test", _ -> {}));
        done(service.submit(draft.rebalancing().id(), draft.rebalancing().planHash(), _ -> {}));
        return draft.rebalancing().id();
    }

    /** A plan that is approved and not begun. */
    UUID approved() {
        UUID id = submitted();
        runner("asker").runDue();
        approvals.approve(id);
        clock.advance(Duration.ofSeconds(3));
        prices.replaceAll((_, price) -> new PriceBoard.Price(price.price(), clock.instant()));
        return id;
    }

    RebalancingState state(UUID id) {
        return store.find(id).orElseThrow().state();
    }

    static RebalancingService.View done(RebalancingService.Outcome outcome) {
        if (outcome instanceof RebalancingService.Outcome.Done(RebalancingService.View view)) {
            return view;
        }
        throw new AssertionError(outcome.toString());
    }

    TargetPortfolios readOnly() {
        return new TargetPortfolios() {
            @Override
            public Optional<AllocationTarget> newest(String account) {
                return targets.newest(account);
            }

            @Override
            public Optional<AllocationTarget> changedByRule(String account, long after) {
                return targets.newestByRule(account, after);
            }

            @Override
            public Optional<AllocationTarget> reweigh(Reweighing change) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void withdraw(String code, TargetOrigin origin, String person, String reason) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Instrument share(String symbol) {
        return new Instrument(
                symbol,
                AssetClass.STOCK,
                symbol,
                "USD",
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal("0.01"),
                new BigDecimal("0.001"),
                Lots.of("0.001"),
                Lots.of("100000"),
                new BigDecimal("0.20"),
                new Pips(BigDecimal.ONE),
                new Pips(new BigDecimal("100000")),
                new Pips(new BigDecimal("500")));
    }
}
