package dev.tradesuite.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account of 10,000 and a portfolio of prediction markets: cash is moved between them. */
class RebalancingTransferTest {

    private final RebalancingWorld world = new RebalancingWorld();
    private final Map<UUID, BigDecimal> booked = new LinkedHashMap<>();

    private TransferDesk desk = this::book;

    /** 10,000 and 2,000 are 12,000 to divide; a quarter of it is 3,000. */
    @Test
    void portfolioIsPartOfWhatIsDivided() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.25, "a", 0.5));

        RebalancingPlan plan = plan();

        assertThat(plan.basis().value()).isEqualByComparingTo("12000");
        assertThat(plan.orders().getFirst().wanted().lots()).isEqualByComparingTo("60");
        assertThat(plan.transfers()).hasSize(1);
        assertThat(plan.transfers().getFirst().amount()).isEqualByComparingTo("1000");
        assertThat(plan.transfers().getFirst().bound()).isEqualByComparingTo("0");
        assertThat(plan.isAllowed()).isTrue();
        String hash = plan.hash();
        world.portfolio(7, "2010", "500");
        assertThat(plan().hash()).as("the amount is approved").isNotEqualTo(hash);
    }

    /** A tenth of 12,000 is 1,200: 800 are to be taken out, and 500 of them are free. */
    @Test
    void whatIsBoundIsSaid() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.1));

        RebalancingPlan plan = plan();

        assertThat(plan.transfers().getFirst().amount()).isEqualByComparingTo("-800");
        assertThat(plan.transfers().getFirst().bound()).isEqualByComparingTo("300");
        assertThat(plan.skipped())
                .extracting(skipped -> skipped.reason().code())
                .containsExactly(RebalancingReason.CASH_BOUND.name());
        assertThat(plan.weights().getFirst().after().orElseThrow()).isEqualTo(0.125);
    }

    @Test
    void moreThanIsLeftAfterTheOrdersIsDenied() {
        world.portfolio(7, "100", "100");
        world.marginUsed = "9000";
        world.target(Map.of("p", 0.5));

        assertThat(plan().isAllowed()).isFalse();
    }

    @Test
    void portfolioOfAnotherAccountIsCountedOnly() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.5));
        world.allocations.put(new StrategyAllocation("other", "p", BigDecimal.TEN, 0.5, world.clock.instant(), 1));

        RebalancingPlan plan = plan();

        assertThat(plan.transfers()).isEmpty();
        assertThat(plan.basis().value()).isEqualByComparingTo("10000");
    }

    @Test
    void cashGoesInOnceTheOrdersAreOver() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.25, "a", 0.1));
        UUID id = world.approved();
        run();
        assertThat(booked).as("before it has begun").isEmpty();

        world.runner("one").runDue();
        run();

        assertThat(world.state(id)).isEqualTo(RebalancingState.DONE);
        assertThat(booked.values()).extracting(BigDecimal::intValue).containsExactly(1_000);
        assertThat(transfer(id).state()).isEqualTo(RebalancingTransferState.DONE);
    }

    @Test
    void whatIsBoundIsMovedAsPositionsClose() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.1));
        UUID id = world.approved();
        world.runner("one").runDue();
        run();
        assertThat(transfer(id).moved()).isEqualByComparingTo("-500");
        assertThat(transfer(id).state()).isEqualTo(RebalancingTransferState.OPEN);

        world.portfolio(7, "1500", "200");
        run();
        world.portfolio(7, "1300", "400");
        run();

        assertThat(booked.values()).extracting(BigDecimal::intValue).containsExactly(-500, -200, -100);
        assertThat(transfer(id).state()).isEqualTo(RebalancingTransferState.DONE);
    }

    @Test
    void lostAnswerIsTheSamePieceAgain() {
        world.portfolio(7, "2000", "2000");
        world.target(Map.of("p", 0.1));
        UUID id = world.approved();
        world.runner("one").runDue();
        desk = piece -> {
            book(piece);
            return new TransferDesk.Moved.Silent("the answer is lost");
        };
        run();
        assertThat(transfer(id).piece()).isPresent();
        desk = this::book;
        world.clock.advance(Duration.ofMinutes(1));
        run();

        assertThat(booked).hasSize(1);
        assertThat(transfer(id).state()).isEqualTo(RebalancingTransferState.DONE);
    }

    @Test
    void laterRebalancingEndsWhatWaits() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.1));
        UUID first = world.approved();
        world.runner("one").runDue();
        run();
        world.portfolio(7, "1500", "0");
        world.target(Map.of("p", 0.05));
        world.approved();
        world.runner("one").runDue();

        assertThat(transfer(first).state()).isEqualTo(RebalancingTransferState.CANCELLED);
        assertThat(transfer(first).reason().orElseThrow().code()).isEqualTo("LATER_REBALANCING");
        assertThat(transfer(first).moved()).isEqualByComparingTo("-500");
    }

    @Test
    void whatTheBooksRefuseSaysSo() {
        world.portfolio(7, "2000", "500");
        world.target(Map.of("p", 0.25));
        UUID id = world.approved();
        desk = _ -> new TransferDesk.Moved.Refused("portfolio 7 is SIMULATED");
        world.runner("one").runDue();
        run();

        assertThat(transfer(id).state()).isEqualTo(RebalancingTransferState.REFUSED);
        assertThat(transfer(id).reason().orElseThrow().code()).isEqualTo("TRANSFER_REFUSED");
    }

    private TransferDesk.Moved book(TransferDesk.Piece piece) {
        booked.putIfAbsent(piece.id(), piece.amount());
        return new TransferDesk.Moved.Done();
    }

    private void run() {
        new TransferRunner(
                        world.transfers,
                        world.cash(),
                        piece -> desk.move(piece),
                        world.store,
                        new TransferRunner.Pace(Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMinutes(1)),
                        world.clock)
                .runDue();
        world.clock.advance(Duration.ofMinutes(1));
    }

    private RebalancingTransfer transfer(UUID id) {
        return world.transfers.of(id).getFirst();
    }

    private RebalancingPlan plan() {
        if (world.plans().make(RebalancingWorld.ACCOUNT) instanceof RebalancingPlans.Made.Plan(RebalancingPlan plan)) {
            return plan;
        }
        throw new AssertionError("no plan");
    }
}
