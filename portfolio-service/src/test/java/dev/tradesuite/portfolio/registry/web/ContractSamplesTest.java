package dev.tradesuite.portfolio.registry.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RegisterStrategyRequest;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.contracts.portfolio.UpdateStrategyRequest;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractSamplesTest {

    @Test
    void pageIsWrittenAsItsSampleSays() {
        Instant registered = Instant.parse("2026-01-05T10:00:00Z");
        RegisteredStrategy strategy = new RegisteredStrategy(
                "ML-XGB-EURUSD",
                "Gradient boosting on EURUSD",
                new StrategySource.ModelAccount("ML_XGB", "EURUSD"),
                Optional.of("HOLD-EURUSD"),
                new RegisteredStrategy.Stage(LifecycleState.PAPER, registered, Optional.of(registered)),
                registered,
                3);
        LastFetch fetch = new LastFetch(
                Optional.of(Instant.parse("2026-02-05T00:10:00Z")),
                Optional.of(Instant.parse("2026-02-06T00:10:00Z")),
                Optional.of(Reason.of(ReturnReason.SOURCE_NOT_ANSWERING, "signals-api is unavailable (OFFLINE)")));

        ContractSamples.compare(
                "RegisteredStrategyPage",
                RegisteredStrategyMapper.page(
                        new RegistryService.Page(List.of(strategy), Optional.of("ML-XGB-EURUSD")),
                        Map.of("ML-XGB-EURUSD", fetch)));
    }

    @Test
    void requestsAreReadAsTheirSamplesSay() {
        ContractSamples.compare(
                "RegisterStrategyRequest",
                new RegisterStrategyRequest("hold-aapl", "Apple, held", "hold:AAPL", "hold-spy"));
        ContractSamples.compare("UpdateStrategyRequest", new UpdateStrategyRequest("Apple", "", 3L));
    }
}
