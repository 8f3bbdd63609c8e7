package dev.tradesuite.portfolio.rebalancing.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalanceRequest;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.RebalancingScheduleRequest;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.contracts.portfolio.SubmitRebalancingRequest;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.rebalancing.PlanRisk;
import dev.tradesuite.portfolio.rebalancing.PlannedOrder;
import dev.tradesuite.portfolio.rebalancing.PlannedRebalancing;
import dev.tradesuite.portfolio.rebalancing.PlannedTransfer;
import dev.tradesuite.portfolio.rebalancing.RebalancingLine;
import dev.tradesuite.portfolio.rebalancing.RebalancingPlan;
import dev.tradesuite.portfolio.rebalancing.RebalancingService;
import dev.tradesuite.portfolio.rebalancing.RebalancingTransfer;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RebalancingSamplesTest {

    private static final Instant AT = Instant.parse("2026-02-02T15:00:00Z");
    private static final UUID ID = UUID.fromString("019b0000-0000-7000-8000-000000000002");
    private static final UUID APPROVAL = UUID.fromString("019b0000-0000-7000-8000-000000000003");
    private static final UUID ORDER = UUID.fromString("019b0000-0000-7000-8000-000000000004");

    private static final RebalancingPlan PLAN = new RebalancingPlan(
            new RebalancingPlan.Basis("main", "USD", 3, new BigDecimal("10000"), new BigDecimal("9500"), AT),
            List.of(new PlannedOrder(
                    1,
                    new PlannedOrder.Wanted(
                            "hold-aapl",
                            "AAPL",
                            Side.BUY,
                            new BigDecimal("10"),
                            new BigDecimal("201"),
                            Optional.of(new BigDecimal("192"))),
                    new PlannedOrder.Worth(
                            new BigDecimal("200"),
                            new BigDecimal("2000"),
                            new BigDecimal("400"),
                            new BigDecimal("2"),
                            new BigDecimal("9098"),
                            BigDecimal.ZERO))),
            List.of(new RebalancingPlan.Skipped(
                    "own", Reason.of(RebalancingReason.NOT_EXECUTABLE, "imported is counted with 0.2 of the value"))),
            List.of(
                    new RebalancingPlan.Weight("hold-aapl", Optional.of(0.0), 0.2, Optional.of(0.2)),
                    new RebalancingPlan.Weight("own", Optional.empty(), 0.2, Optional.empty())),
            List.of(new RebalancingPlan.Check("buying_power", true, "There is enough before and after every order")),
            Optional.of(new PlanRisk(
                    Optional.of(new PlanRisk.Figures(0.011, 0.016, 0.007, Optional.empty())),
                    Optional.of(new PlanRisk.Figures(
                            0.012, 0.018, 0.008, Optional.of(new PlanRisk.Contribution("hold-aapl", 0.25)))),
                    Optional.empty())),
            List.of(new PlannedTransfer(1, "markets", 7, new BigDecimal("-500"), new BigDecimal("120.5"))));

    private static final RebalancingTransfer TRANSFER = new RebalancingTransfer(
            ID,
            "main",
            PLAN.transfers().getFirst(),
            RebalancingTransferState.OPEN,
            new BigDecimal("-379.5"),
            Optional.empty(),
            1,
            Optional.of(Reason.of(RebalancingReason.CASH_BOUND, "Portfolio 7 has 0 in cash, less than 120.5")));

    private static final PlannedRebalancing DONE = new PlannedRebalancing(
            ID,
            new PlannedRebalancing.Origin(RebalancingTrigger.PERSON, "operator", "First of the month", AT),
            PLAN,
            "0".repeat(64),
            RebalancingState.DONE,
            5,
            Optional.of(new PlannedRebalancing.Permit(APPROVAL, AT.plusSeconds(900))),
            Optional.of(Reason.of(RebalancingReason.ALL_ORDERS_FILLED, "1 of 1 orders were filled in full")),
            AT.plusSeconds(60));

    @Test
    void rebalancingIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "Rebalancing",
                RebalancingMapper.rebalancing(new RebalancingService.View(
                        DONE,
                        List.of(new RebalancingLine(
                                1,
                                RebalancingLineState.FILLED,
                                Optional.of(ORDER),
                                new RebalancingLine.Filled(new BigDecimal("10"), Optional.of(new BigDecimal("200.5"))),
                                Optional.empty(),
                                AT.plusSeconds(60))),
                        List.of(TRANSFER))));
    }

    @Test
    void eventIsWrittenAsItsSampleSays() {
        ContractSamples.compare("RebalancingChanged", RebalancingMapper.changed(DONE));
    }

    @Test
    void requestsAreReadAsTheirSamplesSay() {
        ContractSamples.compare("RebalanceRequest", new RebalanceRequest("main", "First of the month"));
        ContractSamples.compare(
                "RebalancingScheduleRequest", new RebalancingScheduleRequest("main", true, "0 0 15 1W * *", 5.0));
        ContractSamples.compare("SubmitRebalancingRequest", new SubmitRebalancingRequest("0".repeat(64)));
    }
}
