package dev.tradesuite.brain.candle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the candles, {@code suite.brain.candles}.
 *
 * @param keep how long candles are kept; absent, as it is by default: for good, because they are what signals are
 *     decided and checked on again. A year of five-minute candles of one instrument takes some 10 MB
 * @param cache what is kept in memory
 * @param files what an import may take
 * @param simulatedSources sources whose candles are made up; their events are labelled SIMULATED
 */
@Validated
@ConfigurationProperties("suite.brain.candles")
public record CandleSettings(
        @Nullable @DurationMin(days = 1) Duration keep,
        @Valid @DefaultValue Cache cache,
        @Valid @DefaultValue Files files,
        @DefaultValue("simulator") Set<String> simulatedSources) {

    /**
     * What is kept in memory. A candle takes 56 bytes, so 3,000 of a series take 170 kB.
     *
     * @param candlesPerSeries newest candles kept of a series; the largest number a decision reads without the database
     * @param series series kept
     * @param historyStretch candles read ahead when a past moment is asked for
     * @param histories stretches of history kept
     * @param closeTables answers with closes kept
     * @param maxStaleness how far behind another process's writes an answer may be
     */
    public record Cache(
            @DefaultValue("3000") @Min(100) @Max(100_000) int candlesPerSeries,
            @DefaultValue("200") @Min(1) @Max(10_000) int series,
            @DefaultValue("3000") @Min(100) @Max(100_000) int historyStretch,
            @DefaultValue("16") @Min(1) @Max(1_000) int histories,
            @DefaultValue("500") @Min(1) @Max(10_000) int closeTables,
            @DefaultValue("500ms") @NotNull Duration maxStaleness) {}

    /**
     * What an import may take.
     *
     * @param maxSize size of a file when unpacked
     * @param parallel imports that run at the same time; each holds one database connection
     */
    public record Files(
            @DefaultValue("512MB") @NotNull DataSize maxSize, @DefaultValue("2") @Min(1) @Max(8) int parallel) {}
}
