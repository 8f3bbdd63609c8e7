package dev.tradesuite.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebalancingPlannerTest {

    private final RebalancingWorld world = new RebalancingWorld();

    /**
     * Of 10,000 a is to have 3,000 and holds 5,000: 20 lots at 100 are sold. b is to have 3,333 and holds nothing:
     * 66.66 lots at 50 are bought.
     */
    @Test
    void sellsWhatIsTooMuchAndThenBuysWhatIsMissing() {
        world.holds("a", "AAA", "50", "5000");
        world.marginUsed = "1000";
        world.target(Map.of("a", 0.3, "b", 0.3333));

        RebalancingPlan plan = plan();

        assertThat(plan.orders())
                .extracting(
                        order -> order.wanted().side(), order -> order.wanted().strategy())
                .containsExactly(tuple(Side.SELL, "a"), tuple(Side.BUY, "b"));
        PlannedOrder sale = plan.orders().getFirst();
        assertThat(sale.wanted().lots()).isEqualByComparingTo("20");
        assertThat(sale.wanted().reduceOnly()).isTrue();
        assertThat(sale.wanted().limitPrice()).as("100 x 0.995").isEqualByComparingTo("99.5");
        assertThat(sale.worth().notional()).isEqualByComparingTo("2000");
        assertThat(sale.worth().cost()).as("10 basis points").isEqualByComparingTo("2");
        assertThat(sale.worth().buyingPowerAfter()).as("9000 + 400 - 2").isEqualByComparingTo("9398");
        PlannedOrder purchase = plan.orders().getLast();
        assertThat(purchase.wanted().lots()).isEqualByComparingTo("66.66");
        assertThat(purchase.wanted().limitPrice()).as("50 x 1.005").isEqualByComparingTo("50.25");
        assertThat(purchase.wanted().stopPrice().orElseThrow()).as("50 x 0.96").isEqualByComparingTo("48");
        assertThat(purchase.worth().buyingPowerAfter())
                .as("9398 - 3333 x 0.2 - 3.333")
                .isEqualByComparingTo("8728.067");
        assertThat(plan.turnover()).as("(2000 + 3333) / 10000 / 2").isCloseTo(0.26665, within(1e-12));
        assertThat(plan.cost()).isEqualByComparingTo("5.333");
        assertThat(plan.weights().getFirst().before().orElseThrow()).isEqualTo(0.5);
        assertThat(plan.weights().getFirst().after().orElseThrow()).isEqualTo(0.3);
        assertThat(plan.isAllowed()).isTrue();
    }

    /** 9 of 10,000 are below 0.1 %; 0.0004 lots at 100,000 are worth 40 and below a thousandth. */
    @Test
    void dustAndWhatIsBelowALotStepAreSkipped() {
        world.holds("a", "AAA", "49.91", "4991");
        world.price("BBB", "100000");
        world.target(Map.of("a", 0.5, "b", 0.004, "c", 0.0005));

        RebalancingPlan plan = plan();

        assertThat(plan.orders()).isEmpty();
        assertThat(plan.skipped())
                .extracting(
                        skipped -> skipped.strategy() + " " + skipped.reason().code())
                .containsExactly("a DUST", "b BELOW_LOT_STEP", "c DUST");
    }

    @Test
    void fractionsAreRoundedDownToTheStep() {
        world.target(Map.of("c", 0.123456));

        // 1,234.56 / 20 = 61.728
        assertThat(plan().orders().getFirst().wanted().lots()).isEqualByComparingTo("61.728");
    }

    @Test
    void whatHasNoWeightAnyMoreIsSoldWhole() {
        world.holds("a", "AAA", "12.345", "1234.50");
        world.target(Map.of("b", 0.1));

        assertThat(plan().orders().getFirst().wanted().lots()).isEqualByComparingTo("12.345");
    }

    @Test
    void whatIsStoppedCountsAsZero() {
        world.holds("a", "AAA", "10", "1000");
        RegisteredStrategy a = world.strategies.find("a").orElseThrow();
        world.strategies.save(a.at(a.stage().to(LifecycleState.SUSPENDED, world.clock.instant())));
        world.target(Map.of("a", 0.5));

        RebalancingPlan plan = plan();

        assertThat(plan.orders().getFirst().wanted().side()).isEqualTo(Side.SELL);
        assertThat(plan.skipped().getFirst().reason().code()).isEqualTo("STRATEGY_STOPPED");
    }

    @Test
    void whatIsNotHeldInAccountsIsCountedAndSaid() {
        world.strategies.add(MemoryStrategies.strategy("m", new StrategySource.ModelAccount("ML_XGB", "AAA")));
        world.strategies.add(MemoryStrategies.strategy("p", new StrategySource.PortfolioBooks(17)));
        world.strategies.add(MemoryStrategies.strategy("i", new StrategySource.Imported()));
        world.target(Map.of("m", 0.2, "p", 0.2, "i", 0.2));

        RebalancingPlan plan = plan();

        assertThat(plan.orders()).isEmpty();
        assertThat(plan.skipped())
                .extracting(
                        skipped -> skipped.strategy() + " " + skipped.reason().code())
                .containsExactly("i NOT_EXECUTABLE", "m FOLLOWED_BY_SIGNALS", "p NOT_EXECUTABLE");
    }

    @Test
    void oldPriceIsNone() {
        world.target(Map.of("a", 0.2));
        world.clock.advance(Duration.ofMinutes(16));

        RebalancingPlan plan = plan();

        assertThat(plan.orders()).isEmpty();
        assertThat(plan.skipped().getFirst().reason().code()).isEqualTo(RebalancingReason.PRICE_MISSING.name());
    }

    /** The position is short by others: a sale would open more of it, and needs a stop. */
    @Test
    void saleThatReducesNoPositionHasAStop() {
        world.holds("a", "AAA", "10", "1000");
        world.holds(HeldShare.UNASSIGNED, "AAA", "-30", "-3000");
        world.target(Map.of("b", 0.1));

        PlannedOrder sale = plan().orders().getFirst();

        assertThat(sale.wanted().reduceOnly()).isFalse();
        assertThat(sale.wanted().stopPrice().orElseThrow()).as("100 x 1.04").isEqualByComparingTo("104");
    }

    @Test
    void tooLittleToBuyForIsACheckThatFails() {
        world.marginUsed = "9900";
        world.target(Map.of("a", 0.9));

        RebalancingPlan plan = plan();

        assertThat(plan.isAllowed()).isFalse();
        assertThat(plan.checks().getFirst().name()).isEqualTo("buying_power");
    }

    /** a may not be traded: it keeps what it holds, and the others are planned without its money. */
    @Test
    void strategyThatIsHaltedIsLeftOut() {
        world.holds("a", "AAA", "50", "5000");
        world.target(Map.of("a", 0.3, "b", 0.2));
        world.orders.verdicts.put("AAA", new OrderDesk.Verdict.Denied("strategy a is halted", OrderDesk.Stop.ITS_OWN));

        RebalancingPlan plan = plan();

        assertThat(plan.orders()).extracting(order -> order.wanted().strategy()).containsExactly("b");
        assertThat(plan.orders().getFirst().number()).isEqualTo(1);
        assertThat(plan.skipped())
                .extracting(
                        skipped -> skipped.strategy() + " " + skipped.reason().code())
                .containsExactly("a TRADING_STOPPED");
        assertThat(plan.weights().getFirst().after()).contains(0.5);
        assertThat(plan.isAllowed()).isTrue();
    }

    @Test
    void planHasItsRiskAndIsNoOtherPlanByIt() {
        world.target(Map.of("a", 0.5));
        String before = plan().hash();
        PlanRisk.Figures figures = new PlanRisk.Figures(0.01, 0.02, 0.005, Optional.empty());
        world.risk = PlanRisk.known(figures, figures);

        assertThat(plan().risk()).contains(world.risk);
        assertThat(plan().hash()).isEqualTo(before);
    }

    @Test
    void hashIsOfExactlyTheOrders() {
        world.target(Map.of("a", 0.5));
        String before = plan().hash();

        assertThat(plan().hash()).isEqualTo(before);
        world.price("AAA", "100.01");
        assertThat(plan().hash()).isNotEqualTo(before);
    }

    @Test
    void priceMayMoveByHalfAPercent() {
        world.target(Map.of("a", 0.5));
        RebalancingPlan plan = plan();

        world.price("AAA", "100.5");
        assertThat(moved(plan)).isEmpty();
        world.price("AAA", "99.49");
        assertThat(moved(plan)).containsExactly("AAA was 100 and is 99.49");
    }

    private List<String> moved(RebalancingPlan plan) {
        return world.planner.moved(plan, world.prices, world.clock.instant());
    }

    private RebalancingPlan plan() {
        if (world.plans().make(RebalancingWorld.ACCOUNT) instanceof RebalancingPlans.Made.Plan(RebalancingPlan plan)) {
            return plan;
        }
        throw new AssertionError("no plan");
    }
}
