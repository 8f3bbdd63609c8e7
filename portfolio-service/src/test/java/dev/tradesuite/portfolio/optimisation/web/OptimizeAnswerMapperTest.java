package dev.tradesuite.portfolio.optimisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.BuyingPowerCheck;
import dev.tradesuite.contracts.portfolio.OptimizationDataReport;
import dev.tradesuite.contracts.portfolio.OptimizationMethod;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.contracts.portfolio.OptimizedPerformance;
import dev.tradesuite.contracts.portfolio.SolutionCertificate;
import dev.tradesuite.contracts.portfolio.TailFigure;
import dev.tradesuite.contracts.portfolio.TailRiskMethod;
import dev.tradesuite.quant.optimiser.OptimiserMethod;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizeAnswerMapperTest {

    @ParameterizedTest
    @EnumSource(OptimiserMethod.class)
    void everyMethodOfTheMathematicsHasItsNameHere(OptimiserMethod method) {
        assertThat(FieldFaults.wire(OptimizationMethod.valueOf(method.name()))).isEqualTo(method.code());
    }

    @Test
    void answerIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "OptimizeAnswer",
                new OptimizeAnswer(
                        UUID.fromString("019b0000-0000-7000-8000-000000000001"),
                        "0".repeat(64),
                        OptimizationMethod.MAX_SHARPE,
                        OptimizationMethod.MIN_VOLATILITY,
                        "NOTHING_BEATS_RISK_FREE",
                        "Nothing beats the risk-free rate, so the least volatility is held instead.",
                        Map.of("A", 1.0),
                        new OptimizedPerformance(0.1, 0.2, 0.4, 0.5, 0.03, 0.12, Map.of()),
                        new TailFigure(TailRiskMethod.HISTORICAL, 0.95, 1, 250, 0.02, null),
                        new TailFigure(TailRiskMethod.HISTORICAL, 0.95, 1, 250, 0.03, null),
                        Map.of("A", 1.0),
                        1.0,
                        List.of(),
                        new SolutionCertificate(0, 1e-14),
                        new OptimizationDataReport(250, 12.5, 0.1),
                        new BuyingPowerCheck(
                                new BigDecimal("10000"),
                                new BigDecimal("10000"),
                                true,
                                Map.of("A", new BigDecimal("10000.00")),
                                0.5),
                        List.of(),
                        12.345));
    }
}
