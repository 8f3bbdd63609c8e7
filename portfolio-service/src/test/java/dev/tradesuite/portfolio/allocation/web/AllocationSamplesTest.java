package dev.tradesuite.portfolio.allocation.web;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.ConstructPortfolioRequest;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.MemoryStrategies;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.portfolio.allocation.StrategyEarned;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.portfolio.returns.TrackRecord;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationSamplesTest {

    private static final Instant AT = Instant.parse("2026-02-02T10:00:00Z");
    private static final UUID ANSWER = UUID.fromString("019b0000-0000-7000-8000-000000000001");

    private static final AllocationTarget TARGET = new AllocationTarget(
            "main",
            3,
            new TreeMap<>(Map.of("hold-aapl", 0.25, "hold-msft", 0.5)),
            new AllocationTarget.Cause(
                    TargetOrigin.OPTIMUM, Optional.of(ANSWER), "operator", "First of the month", AT));

    private static final HeldAccount ACCOUNT = new HeldAccount(
            "main",
            "USD",
            new HeldAccount.Money(
                    new BigDecimal("10100"),
                    new BigDecimal("10000"),
                    new BigDecimal("505"),
                    new BigDecimal("12.50"),
                    new BigDecimal("0"),
                    new BigDecimal("1.25")),
            List.of(
                    new HeldShare("hold-aapl", "AAPL", new BigDecimal("10"), Optional.of(new BigDecimal("2020"))),
                    new HeldShare(HeldShare.UNASSIGNED, "MSFT", BigDecimal.ONE, Optional.of(new BigDecimal("500")))),
            AT);

    @Test
    void requestIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "ConstructPortfolioRequest",
                new ConstructPortfolioRequest("main", null, Map.of("hold-aapl", 0.25), 2L, "First of the month"));
    }

    @Test
    void targetIsWrittenAsItsSampleSays() {
        ContractSamples.compare("TargetPortfolio", AllocationMapper.target(TARGET));
    }

    @Test
    void portfolioIsWrittenAsItsSampleSays() {
        PortfolioViewService.Share share = new PortfolioViewService.Share(
                MemoryStrategies.strategy("hold-aapl", new StrategySource.HeldInstrument("AAPL")),
                Optional.of(new BigDecimal("2020")),
                OptionalDouble.of(0.2),
                0.25,
                Optional.of(new StrategyAllocation("main", "hold-aapl", new BigDecimal("2000"), 0.2, AT, 2)),
                Optional.empty());

        ContractSamples.compare(
                "StrategyPortfolio",
                AllocationMapper.portfolio(new PortfolioViewService.View(
                        ACCOUNT, ACCOUNT.cash().equity(), Optional.of(TARGET), List.of(share))));
    }

    @Test
    void profitIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "AllocationPnl",
                AllocationMapper.pnl(new PortfolioViewService.Earnings(
                        ACCOUNT,
                        List.of(new StrategyEarned(
                                "hold-aapl",
                                new BigDecimal("12.50"),
                                Optional.of(new BigDecimal("100")),
                                new BigDecimal("3.20"))))));
    }

    @Test
    void metricsAreWrittenAsTheirSampleSays() {
        List<DailyReturn> days = List.of(
                new DailyReturn(LocalDate.of(2026, 1, 29), 0.01), new DailyReturn(LocalDate.of(2026, 1, 30), -0.005));

        ContractSamples.compare(
                "PortfolioMetrics",
                AllocationMapper.metrics(
                        "main",
                        365,
                        new PortfolioViewService.Metrics(
                                List.of(new PortfolioViewService.Figures(
                                        "hold-aapl",
                                        new StrategyReturns("hold-aapl", RunLabel.PAPER, days),
                                        TrackRecord.of(days, 252))),
                                List.of("hold-msft"))));
    }
}
