package dev.tradesuite.portfolio.monitoring.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LimitStanding;
import dev.tradesuite.contracts.portfolio.MonitoringReason;
import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.contracts.portfolio.PortfolioLimitChanged;
import dev.tradesuite.contracts.portfolio.TradeImpactRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.monitoring.JudgedLimit;
import dev.tradesuite.portfolio.monitoring.LiveRisk;
import dev.tradesuite.portfolio.monitoring.PricePoint;
import dev.tradesuite.portfolio.monitoring.TradeImpactService;
import dev.tradesuite.quant.risk.TailLevel;
import dev.tradesuite.quant.risk.ValueAtRisk;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveRiskSamplesTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static final PricePoint PRICE = new PricePoint(new BigDecimal("1.1"), NOON);
    private static final double[] RETURNS =
            IntStream.range(0, 100).mapToDouble(i -> (i % 7 - 3) * 0.001).toArray();

    private static final LiveRisk RISK = new LiveRisk(
            "main",
            "USD",
            RunLabel.PAPER,
            NOON,
            new LiveRisk.Worth(new BigDecimal("9500.00"), new BigDecimal("9400.00"), new BigDecimal("10000.00"), 0.05),
            List.of(new LiveRisk.SymbolPart("EURUSD", new BigDecimal("0.1"), PRICE, new BigDecimal("11000.00"))),
            List.of(
                    new LiveRisk.StrategyPart(
                            "trend",
                            new BigDecimal("8800.00"),
                            new BigDecimal("8800.00"),
                            OptionalDouble.of(0.008),
                            OptionalDouble.of(0.8)),
                    new LiveRisk.StrategyPart(
                            "unassigned",
                            new BigDecimal("2200.00"),
                            new BigDecimal("2200.00"),
                            OptionalDouble.of(0.002),
                            OptionalDouble.of(0.2))),
            new LiveRisk.Loss(
                    List.of(ValueAtRisk.historical(RETURNS, TailLevel.of(0.95))),
                    OptionalDouble.of(0.002),
                    OptionalDouble.of(0.01),
                    100),
            List.of(
                    new JudgedLimit(
                            PortfolioLimit.DRAWDOWN,
                            LimitStanding.KEPT,
                            OptionalDouble.of(0.05),
                            0.15,
                            Optional.empty(),
                            Optional.empty()),
                    new JudgedLimit(
                            PortfolioLimit.STRATEGY_CONTRIBUTION,
                            LimitStanding.NOT_APPLICABLE,
                            OptionalDouble.empty(),
                            0.4,
                            Optional.empty(),
                            Optional.of(Reason.of(
                                    MonitoringReason.TOO_FEW_STRATEGIES,
                                    MonitoringReason.TOO_FEW_STRATEGIES.sentence())))),
            List.of(new LiveRisk.StaleReason(
                    "EURUSD", Reason.of(MonitoringReason.PRICE_STALE, "The newest price of EURUSD is of " + NOON))));

    @Test
    void riskIsWrittenAsItsSampleSays() {
        ContractSamples.compare("LivePortfolioRisk", LiveRiskMapper.risk(RISK));
    }

    @Test
    void stateIsWrittenAsItsSampleSays() {
        ContractSamples.compare("PortfolioStateTold", LiveRiskMapper.state(RISK));
    }

    @Test
    void impactIsWrittenAsItsSampleSays() {
        TradeImpactService.Trade trade = new TradeImpactService.Trade(
                "main",
                "trend",
                InstrumentCatalog.shipped().find("EURUSD").orElseThrow(),
                Side.BUY,
                new TradeImpactService.Size.InLots(new BigDecimal("0.1")));

        ContractSamples.compare(
                "TradeImpactAnswer",
                LiveRiskMapper.impact(
                        trade,
                        new TradeImpactService.Outcome.Told(
                                new BigDecimal("0.1"), new BigDecimal("11000.00"), PRICE, RISK, RISK)));
    }

    @Test
    void requestIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "TradeImpactRequest",
                new TradeImpactRequest("main", "trend", "EURUSD", Side.BUY, null, new BigDecimal("0.1")));
    }

    @Test
    void limitIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "PortfolioLimitChanged",
                new PortfolioLimitChanged("main", PortfolioLimit.DRAWDOWN, true, 0.16, 0.15, null, NOON));
    }
}
