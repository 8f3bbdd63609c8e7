package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractSamplesTest {

    @Test
    void pageIsWrittenAsItsSampleSays() {
        RegisteredStrategy strategy = new RegisteredStrategy(
                "ML-XGB-EURUSD",
                "Gradient boosting on EURUSD",
                "model:ML_XGB:EURUSD",
                Optional.of("HOLD-EURUSD"),
                LifecycleState.PAPER,
                Instant.parse("2026-01-05T10:00:00Z"));

        ContractSamples.compare(
                "RegisteredStrategyPage",
                RegisteredStrategyMapper.page(
                        new RegistryService.Page(List.of(strategy), Optional.of("ML-XGB-EURUSD"))));
    }
}
