package dev.tradesuite.brain.model;

import dev.tradesuite.brain.model.votes.VotesSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the models, {@code suite.brain.models}.
 *
 * @param rememberedAnalyses analyses of unchanged candles kept in memory
 * @param votes the weighted votes
 */
@Validated
@ConfigurationProperties("suite.brain.models")
public record ModelSettings(
        @DefaultValue("512") @Min(1) @Max(100_000) int rememberedAnalyses, @Valid @DefaultValue VotesSettings votes) {}
