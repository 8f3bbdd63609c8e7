package dev.tradesuite.brain.model;

import dev.tradesuite.brain.model.momentum.MomentumModel;
import dev.tradesuite.brain.model.votes.VotesSettings;
import dev.tradesuite.learning.model.ModelFolder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the models, {@code suite.brain.models}.
 *
 * @param rememberedAnalyses analyses of unchanged candles kept in memory
 * @param votes the weighted votes
 * @param momentum how the rule that stands in for RL_PPO measures momentum: {@code normalised} or {@code raw}
 * @param folder folder with the versions of trained models; absent or blank: rules decide
 */
@Validated
@ConfigurationProperties("suite.brain.models")
public record ModelSettings(
        @DefaultValue("512") @Min(1) @Max(100_000) int rememberedAnalyses,
        @Valid @DefaultValue VotesSettings votes,
        @DefaultValue("normalised") MomentumModel.Measure momentum,
        @Nullable String folder) {

    /** The folder with the versions; empty without one. */
    Optional<ModelFolder> models() {
        return Optional.ofNullable(folder)
                .filter(named -> !named.isBlank())
                .map(named -> new ModelFolder(Path.of(named)));
    }
}
