package dev.tradesuite.portfolio.following;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of following, {@code suite.portfolio.following}.
 *
 * @param resize when new capital changes the size of what is held
 * @param sweep how often an instance looks for steps that wait, and for new capital
 * @param retry how long a step waits that could not be done
 * @param lease how long an instance may take for a step; after that another one takes it
 * @param keep how long steps are kept
 */
@Validated
@ConfigurationProperties("suite.portfolio.following")
public record FollowingSettings(
        @DefaultValue("now") @NotNull ResizeMode resize,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("400d") Duration keep) {}
