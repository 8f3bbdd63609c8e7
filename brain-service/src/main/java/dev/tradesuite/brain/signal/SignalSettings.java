package dev.tradesuite.brain.signal;

import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the decision, {@code suite.brain.signal}.
 *
 * @param model model that decides when a question names none
 * @param timeframe candles to read when a question names none
 * @param candles most candles a decision rests on
 * @param maxAgeCandles age of the newest stored candle, in candles, from which on it is stale
 */
@Validated
@ConfigurationProperties("suite.brain.signal")
public record SignalSettings(
        @DefaultValue("votes") @NotBlank String model,
        @DefaultValue("M5") Timeframe timeframe,
        @DefaultValue("500") @Min(34) @Max(5_000) int candles,
        @DefaultValue("3") @Positive double maxAgeCandles) {}
