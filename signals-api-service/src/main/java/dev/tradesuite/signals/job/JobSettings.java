package dev.tradesuite.signals.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of backfills and backtests, {@code suite.signals.jobs}.
 *
 * @param enabled whether this instance works on them; it takes orders either way
 * @param parallel parts this instance works on at the same time
 * @param chunk bars that are written at a time
 * @param retry after how long a part that waits tries again
 * @param patience after how long of waiting a part gives up
 * @param poll how often work is looked for
 * @param heartbeat how often an instance says that it lives; after four it is taken for dead
 * @param keep how long jobs that are over are listed
 */
@Validated
@ConfigurationProperties("suite.signals.jobs")
public record JobSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1") @Positive @Max(32) int parallel,
        @DefaultValue("2000") @Positive @Max(10000) int chunk,
        @DefaultValue("10s") Duration retry,
        @DefaultValue("1h") Duration patience,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("90d") @DurationMin(days = 1) Duration keep) {}
