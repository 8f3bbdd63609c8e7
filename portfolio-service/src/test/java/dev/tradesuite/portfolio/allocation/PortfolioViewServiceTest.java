package dev.tradesuite.portfolio.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PortfolioViewServiceTest {

    private static final Instant NOW = Instant.parse("2026-02-02T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);

    private final MemoryTargets targets = new MemoryTargets();
    private final MemoryAllocations allocations = new MemoryAllocations();
    private final MemoryStrategies strategies =
            MemoryStrategies.of(new StrategySource.HeldInstrument("AAPL"), "apple", "gone");

    /** 10,000 of equity; apple holds 2,500, nobody holds 500 short. */
    @Test
    void driftIsWhatIsHeldLessWhatIsToBe() {
        strategies.add(MemoryStrategies.strategy("own", new StrategySource.Imported()));
        target(Map.of("apple", 0.3, "own", 0.2));
        allocations.put(new StrategyAllocation("main", "gone", new BigDecimal("1000"), 0.1, NOW.minusSeconds(60), 1));

        PortfolioViewService.View view = service("10000").view("main").orElseThrow();

        assertThat(view.shares()).extracting(share -> share.strategy().code()).containsExactly("apple", "gone", "own");
        PortfolioViewService.Share apple = view.shares().getFirst();
        assertThat(apple.current()).hasValue(0.25);
        assertThat(apple.drift().orElseThrow()).isCloseTo(-0.05, within(1e-15));
        assertThat(view.shares().get(1).current()).hasValue(0);
        assertThat(view.shares().get(1).allocation().orElseThrow().capital()).isEqualByComparingTo("1000");
        assertThat(view.shares().getLast().current()).isEmpty();
        assertThat(view.shares().getLast().reason().orElseThrow().code()).isEqualTo("SOURCE_NOT_EXECUTABLE");
        assertThat(view.turnover()).isCloseTo(0.025, within(1e-15));
        assertThat(view.account().valueOf(HeldShare.UNASSIGNED).orElseThrow()).isEqualByComparingTo("-500");
        assertThat(view.account().cash().buyingPower()).isEqualByComparingTo("9000");
    }

    @Test
    void whatHasNoMarkHasNoWeight() {
        target(Map.of("gone", 0.3));

        PortfolioViewService.Share share = new PortfolioViewService(
                        new OneAccount(new HeldAccount(
                                "main",
                                "USD",
                                account("1").cash(),
                                List.of(new HeldShare("gone", "AAPL", BigDecimal.ONE, Optional.empty())),
                                NOW)),
                        new AccountWorths(_ -> Optional.empty(), allocations),
                        new TargetPortfolioService(
                                targets, strategies, new PlainWork(), Clock.fixed(NOW, ZoneOffset.UTC)),
                        allocations,
                        strategies,
                        _ -> List.of(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .view("main")
                .orElseThrow()
                .shares()
                .getFirst();

        assertThat(share.current()).isEmpty();
        assertThat(share.reason().orElseThrow().code()).isEqualTo("HOLDING_WITHOUT_MARK");
    }

    @Test
    void accountWorthNothingHasNoWeights() {
        target(Map.of("apple", 0.3));

        PortfolioViewService.Share share =
                service("0").view("main").orElseThrow().shares().getFirst();

        assertThat(share.current()).isEmpty();
        assertThat(share.reason().orElseThrow().code()).isEqualTo("ACCOUNT_WORTH_NOTHING");
    }

    @Test
    void unknownAccountHasNoPortfolio() {
        assertThat(service("1").view("other")).isEmpty();
    }

    /** 1.1 x 0.9 - 1 = -0.01; the fall from 1.1 to 0.99 is a tenth. */
    @Test
    void figuresComeFromDailyReturnsOfEachLabel() {
        target(Map.of("apple", 0.3, "gone", 0.1));

        PortfolioViewService.Metrics metrics = service("1").metrics("main", 30, 252);

        assertThat(metrics.without()).containsExactly("gone");
        PortfolioViewService.Figures figures = metrics.figures().getFirst();
        assertThat(figures.returns().label()).isEqualTo(RunLabel.PAPER);
        assertThat(PortfolioViewService.totalReturn(figures.returns().days())).isCloseTo(-0.01, within(1e-15));
        assertThat(figures.record().drawdown().value().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(figures.record().sharpe().value())
                .as("two returns are too few")
                .isEmpty();
    }

    private void target(Map<String, Double> weights) {
        targets.add(new AllocationTarget(
                "main",
                1,
                new TreeMap<>(weights),
                new AllocationTarget.Cause(TargetOrigin.PERSON, Optional.empty(), "operator", "because", NOW)));
    }

    private static HeldAccount account(String equity) {
        return new HeldAccount(
                "main",
                "USD",
                new HeldAccount.Money(
                        new BigDecimal(equity),
                        new BigDecimal("10000"),
                        new BigDecimal("1000"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO),
                List.of(share("apple", "2500"), share(HeldShare.UNASSIGNED, "-500")),
                NOW);
    }

    private PortfolioViewService service(String equity) {
        HeldAccount account = account(equity);
        ReturnReader returns = _ -> List.of(new StrategyReturns(
                "apple", RunLabel.PAPER, List.of(new DailyReturn(DAY, 0.1), new DailyReturn(DAY.plusDays(3), -0.1))));
        return new PortfolioViewService(
                new OneAccount(account),
                new AccountWorths(_ -> Optional.empty(), allocations),
                new TargetPortfolioService(targets, strategies, new PlainWork(), Clock.fixed(NOW, ZoneOffset.UTC)),
                allocations,
                strategies,
                returns,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static HeldShare share(String strategy, String value) {
        return new HeldShare(strategy, "AAPL", BigDecimal.ONE, Optional.of(new BigDecimal(value)));
    }

    /** The only one there is. */
    private record OneAccount(HeldAccount account) implements AccountHoldings {

        @Override
        public Optional<HeldAccount> find(String id) {
            return Optional.of(account).filter(one -> one.id().equals(id));
        }

        @Override
        public List<StrategyEarned> earned(String id) {
            return List.of();
        }
    }
}
