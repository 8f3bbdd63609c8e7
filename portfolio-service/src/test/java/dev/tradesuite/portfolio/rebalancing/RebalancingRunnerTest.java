package dev.tradesuite.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebalancingRunnerTest {

    private RebalancingWorld world = new RebalancingWorld();

    @BeforeEach
    void want() {
        prepare();
    }

    private void prepare() {
        world = new RebalancingWorld();
        world.holds("a", "AAA", "50", "5000");
        world.target(Map.of("a", 0.3, "b", 0.2, "c", 0.1));
    }

    @Test
    void approvedPlanIsCarriedOutSalesFirst() {
        UUID id = world.approved();

        world.runner("one").runDue();

        assertThat(world.state(id)).isEqualTo(RebalancingState.DONE);
        assertThat(world.orders.log.values())
                .extracting(PlannedOrder.Wanted::symbol)
                .containsExactly("AAA", "BBB", "CCC");
        assertThat(world.orders.log.keySet())
                .containsExactly("rb-%s-1".formatted(id), "rb-%s-2".formatted(id), "rb-%s-3".formatted(id));
        assertThat(world.told)
                .extracting(PlannedRebalancing::state)
                .containsSubsequence(
                        RebalancingState.DRAFT,
                        RebalancingState.PENDING_APPROVAL,
                        RebalancingState.APPROVED,
                        RebalancingState.EXECUTING,
                        RebalancingState.DONE);
        assertThat(world.allocations.find("main", "b").orElseThrow().capital()).isEqualByComparingTo("2000");
        assertThat(world.allocations.find("main", "b").orElseThrow().version()).isEqualTo(1);
    }

    /** Killed at every place there is; another instance goes on once the lease is over. */
    @Test
    void killedAnywhereEachOrderIsSentOnce() {
        int places = 0;
        boolean killed = true;
        while (killed) {
            prepare();
            UUID id = world.approved();
            places++;
            world.points.killAt(places);
            killed = isKilled();
            world.points.spare();
            world.clock.advance(Duration.ofSeconds(61));
            world.runner("other").runDue();

            assertThat(world.state(id)).as("killed at %d", places).isEqualTo(RebalancingState.DONE);
            assertThat(world.orders.log).as("killed at %d", places).hasSize(3);
            assertThat(world.store.lines(id))
                    .as("killed at %d", places)
                    .allMatch(line -> line.state() == RebalancingLineState.FILLED);
        }
        assertThat(places).as("places looked at").isGreaterThan(20);
    }

    private boolean isKilled() {
        try {
            world.runner("one").runDue();
            return false;
        } catch (KillPoints.Killed _) {
            return true;
        }
    }

    @Test
    void whileOneHasItNobodyElseDoes() {
        world.approved();
        world.points.killAt(8);
        assertThat(isKilled()).isTrue();
        world.points.spare();

        assertThat(world.runner("other").runDue()).as("the lease still holds").isZero();
    }

    @Test
    void lostAnswerIsAskedForUnderTheSameKey() {
        UUID id = world.approved();
        world.orders.lost.add("BBB");

        world.runner("one").runDue();
        assertThat(world.state(id)).isEqualTo(RebalancingState.EXECUTING);
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("one").runDue();

        assertThat(world.state(id)).isEqualTo(RebalancingState.DONE);
        assertThat(world.orders.log).hasSize(3);
        assertThat(world.orders.requests).hasSize(4);
    }

    @Test
    void priceThatMovedStopsEverything() {
        UUID id = world.approved();
        world.price("BBB", "50.26");

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.PRICE_MOVED);
        assertThat(world.orders.requests).isEmpty();
        assertThat(world.allocations.ofAccount("main")).isEmpty();
    }

    @Test
    void checkThatDeniesByNowStopsEverything() {
        UUID id = world.approved();
        world.orders.verdicts.put("CCC", new OrderDesk.Verdict.Denied("MARGIN_LIMIT", OrderDesk.Stop.NOTHING));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.CHECK_DENIED);
        assertThat(world.orders.requests).isEmpty();
    }

    @Test
    void checkThatCannotBeAskedStopsEverything() {
        UUID id = world.approved();
        world.orders.verdicts.put("CCC", new OrderDesk.Verdict.Silent("risk is away"));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.CHECK_SILENT);
    }

    @Test
    void otherTargetStopsEverything() {
        UUID id = world.approved();
        world.target(Map.of("a", 0.4));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.TARGET_CHANGED);
    }

    @Test
    void saleOfWhatIsNotHeldAnyMoreStopsEverything() {
        UUID id = world.approved();
        world.shares.clear();

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.HOLDINGS_CHANGED);
    }

    /** The books had not heard of the newest fills when the plan was made. */
    @Test
    void purchaseOfWhatIsHeldByNowStopsEverything() {
        UUID id = world.approved();
        world.holds("b", "BBB", "40", "2000");

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.HOLDINGS_CHANGED);
        assertThat(world.orders.requests).isEmpty();
    }

    @Test
    void otherPlanThanTheOneApprovedIsNotCarriedOut() {
        UUID id = world.submitted();
        world.runner("one").runDue();
        world.approvals.approveOther(id);
        world.clock.advance(Duration.ofSeconds(3));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.PLAN_NOT_AS_APPROVED);
    }

    @Test
    void haltOnTheWayStopsTheRest() {
        UUID id = world.approved();
        world.orders.refused.put("BBB", OrderDesk.Stop.EVERYTHING);

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.TRADING_STOPPED);
        assertThat(world.store.lines(id))
                .extracting(RebalancingLine::state)
                .containsExactly(
                        RebalancingLineState.FILLED, RebalancingLineState.REFUSED, RebalancingLineState.SKIPPED);
    }

    @Test
    void refusalOfOneOrderLeavesTheOthers() {
        UUID id = world.approved();
        world.orders.refused.put("BBB", OrderDesk.Stop.NOTHING);

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.SOME_ORDERS_UNFILLED);
        assertThat(world.orders.log.values())
                .extracting(PlannedOrder.Wanted::symbol)
                .containsExactly("AAA", "CCC");
    }

    /** The strategy, or the symbol, is halted when it comes to the second order: the third goes all the same. */
    @Test
    void haltOfOneStrategyOnTheWayLeavesTheOthers() {
        UUID id = world.approved();
        world.orders.refused.put("BBB", OrderDesk.Stop.ITS_OWN);

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.SOME_ORDERS_UNFILLED);
        assertThat(world.store.lines(id))
                .extracting(RebalancingLine::state)
                .containsExactly(
                        RebalancingLineState.FILLED, RebalancingLineState.REFUSED, RebalancingLineState.FILLED);
    }

    /** Halted between plan and approval. */
    @Test
    void haltOfOneStrategyRefusesItsOrderAlone() {
        UUID id = world.approved();
        world.orders.verdicts.put("CCC", new OrderDesk.Verdict.Denied("strategy c is halted", OrderDesk.Stop.ITS_OWN));
        world.orders.refused.put("CCC", OrderDesk.Stop.ITS_OWN);

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.SOME_ORDERS_UNFILLED);
        assertThat(world.orders.log.values())
                .extracting(PlannedOrder.Wanted::symbol)
                .containsExactly("AAA", "BBB");
    }

    @Test
    void haltOfTheAccountStopsEverything() {
        UUID id = world.approved();
        world.orders.verdicts.put(
                "CCC", new OrderDesk.Verdict.Denied("account main is halted", OrderDesk.Stop.EVERYTHING));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.FAILED, RebalancingReason.CHECK_DENIED);
        assertThat(world.orders.requests).isEmpty();
    }

    @Test
    void orderNamesItsLineOfTheApproval() {
        UUID id = world.approved();

        world.runner("one").runDue();

        assertThat(world.orders.lines)
                .containsEntry("rb-%s-2".formatted(id), new OrderDesk.ApprovedLine(world.approvals.id(id), 2));
    }

    @Test
    void whatIsFilledInPartSaysSo() {
        UUID id = world.approved();
        world.orders.fills.put("BBB", new BigDecimal("12.5"));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.SOME_ORDERS_UNFILLED);
        RebalancingLine line = world.store.lines(id).get(1);
        assertThat(line.state()).isEqualTo(RebalancingLineState.PARTIAL);
        assertThat(line.filled().lots()).isEqualByComparingTo("12.5");
        assertThat(line.reason().orElseThrow().code()).isEqualTo("ORDER_UNFILLED");
    }

    @Test
    void purchaseWaitsForTheMoneyAndIsSkippedWhenItDoesNotCome() {
        UUID id = world.approved();
        world.marginUsed = "9900";

        world.runner("one").runDue();
        assertThat(world.state(id)).isEqualTo(RebalancingState.EXECUTING);
        assertThat(world.orders.log).hasSize(1);
        world.clock.advance(Duration.ofSeconds(30));
        world.marginUsed = "9700";
        world.runner("one").runDue();
        assertThat(world.orders.log).as("300 is less than 2000 x 0.2").hasSize(1);
        world.clock.advance(Duration.ofSeconds(31));
        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.SOME_ORDERS_UNFILLED);
        assertThat(world.store.lines(id).get(1).reason().orElseThrow().code()).isEqualTo("BUYING_POWER_MISSING");
        assertThat(world.orders.log.values())
                .extracting(PlannedOrder.Wanted::symbol)
                .as("300 is enough for 1000 x 0.2")
                .containsExactly("AAA", "CCC");
    }

    @Test
    void closedMarketIsWaitedForWhileTheApprovalHolds() {
        // Before the opening at 14:30 UTC.
        world.clock.set(Instant.parse("2026-02-03T14:00:00Z"));
        world.prices.replaceAll(
                (_, price) -> new PriceBoard.Price(price.price(), Instant.parse("2026-02-02T20:59:00Z")));
        UUID id = world.submitted();
        world.runner("one").runDue();
        world.approvals.approve(id);
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("one").runDue();
        assertThat(world.state(id)).isEqualTo(RebalancingState.APPROVED);

        world.clock.set(Instant.parse("2026-02-03T14:31:00Z"));
        world.prices.replaceAll((_, price) -> new PriceBoard.Price(price.price(), world.clock.instant()));
        world.runner("one").runDue();

        assertThat(world.state(id)).isEqualTo(RebalancingState.DONE);
    }

    @Test
    void approvalThatIsOverIsNotCarriedOut() {
        UUID id = world.approved();
        world.clock.advance(Duration.ofMinutes(20));

        world.runner("one").runDue();

        assertEnd(id, RebalancingState.EXPIRED, RebalancingReason.APPROVAL_OVER);
        assertThat(world.orders.requests).isEmpty();
    }

    @Test
    void answersOfAPersonEndIt() {
        UUID rejected = world.submitted();
        world.runner("one").runDue();
        world.approvals.reject(rejected);
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("one").runDue();
        assertEnd(rejected, RebalancingState.REJECTED, RebalancingReason.REJECTED_BY_PERSON);

        UUID expired = world.submitted();
        world.runner("one").runDue();
        world.approvals.expire(expired);
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("one").runDue();
        assertEnd(expired, RebalancingState.EXPIRED, RebalancingReason.APPROVAL_OVER);
    }

    @Test
    void approvalIsAskedForOnceHoweverOftenNobodyAnswers() {
        world.approvals.silence(true);
        UUID id = world.submitted();
        world.runner("one").runDue();
        assertThat(world.store.find(id).orElseThrow().approval()).isEmpty();

        world.approvals.silence(false);
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("other").runDue();
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("one").runDue();

        assertThat(world.approvals.asked()).isEqualTo(1);
        assertThat(world.state(id)).isEqualTo(RebalancingState.PENDING_APPROVAL);
    }

    @Test
    void approvalNobodyTellsOfIsOverInTheEnd() {
        UUID id = world.submitted();
        world.runner("one").runDue();
        world.approvals.silence(true);
        world.clock.advance(Duration.ofMinutes(29));
        world.runner("one").runDue();
        assertThat(world.state(id)).isEqualTo(RebalancingState.PENDING_APPROVAL);

        world.clock.advance(Duration.ofMinutes(2));
        world.runner("one").runDue();

        assertEnd(id, RebalancingState.EXPIRED, RebalancingReason.APPROVAL_OVER);
    }

    @Test
    void eventAndPollTellTheSameOnce() {
        UUID id = world.submitted();
        world.runner("one").runDue();
        UUID approval = world.approvals.id(id);
        world.approvals.approve(id);
        ApprovalDesk.Standing standing = world.approvals.find(approval);

        world.follower().heard(approval, standing);
        world.follower().heard(approval, standing);

        assertThat(world.told.stream().filter(one -> one.state() == RebalancingState.APPROVED))
                .hasSize(1);
    }

    @Test
    void cancelOnTheWayLeavesWhatIsFilled() {
        UUID id = world.approved();
        world.orders.lost.add("AAA");
        world.runner("one").runDue();

        RebalancingWorld.done(world.service().cancel(id, "operator", _ -> {}));
        world.clock.advance(Duration.ofSeconds(3));
        world.runner("one").runDue();

        assertEnd(id, RebalancingState.PARTIAL, RebalancingReason.SOME_ORDERS_UNFILLED);
        assertThat(world.store.lines(id))
                .extracting(RebalancingLine::state)
                .containsExactly(
                        RebalancingLineState.FILLED, RebalancingLineState.SKIPPED, RebalancingLineState.SKIPPED);
    }

    @Test
    void ofOneAccountOneIsUnderWay() {
        world.submitted();
        RebalancingService service = world.service();
        RebalancingService.View second =
                RebalancingWorld.done(service.draft("main", RebalancingTrigger.PERSON, "operator", "again", _ -> {}));

        assertThat(service.submit(
                        second.rebalancing().id(), second.rebalancing().planHash(), _ -> {}))
                .isEqualTo(new RebalancingService.Outcome.AnotherUnderWay("main"));
    }

    /** 20 % of 10,000 for a model; a has what it is to have. */
    @Test
    void capitalOfWhatFollowsSignalsNeedsNoOrder() {
        world.strategies.add(MemoryStrategies.strategy("m", new StrategySource.ModelAccount("ML_XGB", "AAA")));
        world.target(Map.of("a", 0.5, "m", 0.2));
        UUID id = world.approved();

        world.runner("one").runDue();

        assertThat(world.state(id)).isEqualTo(RebalancingState.DONE);
        assertThat(world.orders.requests).isEmpty();
        assertThat(world.allocations.find("main", "m").orElseThrow().capital()).isEqualByComparingTo("2000");
    }

    @Test
    void planThatDoesNothingIsNotSubmitted() {
        world.target(Map.of("a", 0.5));
        RebalancingService service = world.service();
        RebalancingService.View draft =
                RebalancingWorld.done(service.draft("main", RebalancingTrigger.PERSON, "operator", "x", _ -> {}));

        assertThat(service.submit(draft.rebalancing().id(), draft.rebalancing().planHash(), _ -> {}))
                .isInstanceOf(RebalancingService.Outcome.NotAllowed.class);
    }

    @Test
    void planThatChecksDenyIsNotSubmitted() {
        world.orders.verdicts.put("BBB", new OrderDesk.Verdict.Denied("MARGIN_LIMIT", OrderDesk.Stop.NOTHING));
        RebalancingService service = world.service();
        RebalancingService.View draft =
                RebalancingWorld.done(service.draft("main", RebalancingTrigger.PERSON, "operator", "x", _ -> {}));

        assertThat(service.submit(draft.rebalancing().id(), draft.rebalancing().planHash(), _ -> {}))
                .isInstanceOf(RebalancingService.Outcome.NotAllowed.class);
        assertThat(service.submit(draft.rebalancing().id(), "0".repeat(64), _ -> {}))
                .isInstanceOf(RebalancingService.Outcome.OtherPlan.class);
        RebalancingWorld.done(service.cancel(draft.rebalancing().id(), "operator", _ -> {}));
        assertThat(service.cancel(draft.rebalancing().id(), "operator", _ -> {}))
                .isEqualTo(new RebalancingService.Outcome.NotNow(RebalancingState.CANCELLED));
    }

    private void assertEnd(UUID id, RebalancingState state, RebalancingReason reason) {
        PlannedRebalancing found = world.store.find(id).orElseThrow();
        assertThat(found.state()).as(String.valueOf(found.outcome())).isEqualTo(state);
        assertThat(found.outcome().orElseThrow().code()).isEqualTo(reason.name());
    }
}
