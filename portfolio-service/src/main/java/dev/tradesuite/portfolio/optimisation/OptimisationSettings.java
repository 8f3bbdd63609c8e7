package dev.tradesuite.portfolio.optimisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the optimiser, {@code suite.portfolio.optimisation}.
 *
 * @param parallel computations at the same time
 * @param patience how long a request waits for a place before it is refused
 * @param kept how long answers are kept
 */
@Validated
@ConfigurationProperties("suite.portfolio.optimisation")
public record OptimisationSettings(
        @DefaultValue("2") @Positive @Max(64) int parallel,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("90d") Duration kept) {}
