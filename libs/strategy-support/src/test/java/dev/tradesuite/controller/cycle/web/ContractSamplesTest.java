package dev.tradesuite.controller.cycle.web;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.strategy.ConfigValidation;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.contracts.strategy.StrategyInfo;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.contracts.strategy.StrategyStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The samples of the strategy contracts are what a controller writes today. */
class ContractSamplesTest {

    private static final UUID CYCLE = UUID.fromString("0190c2a4-7b1e-7cc3-98c4-dc0c0c07398f");
    private static final Instant BEGUN = Instant.parse("2026-03-02T12:00:00.120Z");
    private static final Instant ENDED = Instant.parse("2026-03-02T12:00:00.164Z");

    @Test
    void reportOfACycle() {
        ContractSamples.compare(
                "CycleReport",
                new CycleReport(
                        CYCLE,
                        7,
                        "momentum",
                        "1.0",
                        "file",
                        RunLabel.PAPER,
                        BEGUN,
                        ENDED,
                        new CycleReport.Counts(46, 31, 410, 5, 3, 10, 1, 1, 0),
                        List.of(new CycleReport.Filter(
                                "market_min_liquidity",
                                12,
                                List.of(new CycleReport.Skipped(
                                        "9044",
                                        "Will it snow in Bergen on 1 May?",
                                        "market_min_liquidity",
                                        new BigDecimal("9800"),
                                        new BigDecimal("10000"))))),
                        List.of(new CycleReport.Skipped("9032", "Will it hail in Bergen on 1 May?", "ask", null, null)),
                        List.of(new CycleReport.Signal(
                                "9001",
                                "Will it rain in Bergen on 1 May?",
                                "Yes",
                                Side.BUY,
                                new BigDecimal("0.785"),
                                0.78,
                                "Yes at 0.78 is the favourite by 0.56, within 0.50 to 0.60, and at least 0.75;"
                                        + " offered at 0.785")),
                        List.of(
                                order("9001", PortfolioOrder.Status.FILLED, "127.388535"),
                                order("9021", PortfolioOrder.Status.DENIED, null)),
                        new PortfolioSnapshot(
                                7,
                                LocalDate.of(2026, 3, 2),
                                ENDED,
                                new BigDecimal("9900.00"),
                                new BigDecimal("98.73"),
                                new BigDecimal("9998.73"),
                                new BigDecimal("0.00"),
                                new BigDecimal("-1.27"),
                                1,
                                BEGUN,
                                RunLabel.PAPER),
                        List.of(
                                new CycleReport.Step("begin", 4.211, null),
                                new CycleReport.Step("orders", 18.02, "one order was denied")),
                        List.of(new Reason(
                                StrategyReason.HELD_MARKET_UNKNOWN.name(),
                                StrategyReason.HELD_MARKET_UNKNOWN.sentence() + " Markets: 77.")),
                        false,
                        null));
    }

    @Test
    void description() {
        ContractSamples.compare(
                "StrategyInfo",
                new StrategyInfo(
                        "Momentum Strategy",
                        "Buy markets with >50% probability",
                        "momentum",
                        "1.0",
                        "simulated",
                        Map.of("max_positions", 10),
                        List.of(new StrategyInfo.Parameter(
                                "max_positions",
                                StrategyInfo.Parameter.Kind.INTEGER,
                                "count",
                                10,
                                "0 to 1000",
                                "So many positions are open at a time at most."))));
    }

    @Test
    void status() {
        ContractSamples.compare(
                "StrategyStatus",
                new StrategyStatus("momentum", "online", BEGUN, "simulated", BEGUN, 1, 480, 2, ENDED));
    }

    @Test
    void validation() {
        ContractSamples.compare(
                "ConfigValidation",
                new ConfigValidation(
                        false,
                        List.of(new FieldError(
                                "min_confidence",
                                "EMPTY_BAND",
                                "expected at most 0.8 = (1 + market_max_conviction) / 2: no favourite of a market"
                                        + " within the band costs more",
                                "0.81")),
                        Map.of()));
        ContractSamples.compare(
                "ConfigValidation-valid", new ConfigValidation(true, List.of(), Map.of("max_positions", 5)));
    }

    private static PortfolioOrder order(String marketId, PortfolioOrder.Status status, @Nullable String shares) {
        boolean filled = shares != null;
        return new PortfolioOrder(
                UUID.nameUUIDFromBytes(marketId.getBytes(StandardCharsets.UTF_8)),
                7,
                CYCLE,
                Side.BUY,
                marketId,
                "Yes",
                status,
                filled ? List.of() : List.of(new Reason("MARGIN_LIMIT", "80 % of the equity are in positions.")),
                shares == null ? null : new BigDecimal(shares),
                filled ? new BigDecimal("0.785") : null,
                BEGUN,
                ENDED);
    }
}
