package dev.tradesuite.portfolio.optimisation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The optimiser without a registry: of what a request brings along. */
public final class RealOptimiser {

    private RealOptimiser() {}

    public static OptimisationService service() {
        return new OptimisationService(
                new AssetMomentsReader(new RegisteredReturns(_ -> List.of(), _ -> Map.of(), Clock.systemUTC())),
                new WorkLimit(2, Duration.ofSeconds(5)));
    }
}
