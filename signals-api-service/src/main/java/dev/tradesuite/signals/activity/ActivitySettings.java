package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.NotificationTopic;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of what happens, and what is a notification, {@code suite.signals.activity}.
 *
 * @param keep how long activities and notifications are kept
 * @param keepDecisions how long lines of decisions are, where that is shorter; their documents are kept as long
 * @param topics of which somebody is told
 * @param notifyWithin how long after it happened somebody is told of it; what is learnt of later is an activity alone
 * @param limitUse part of a limit from which on it is near
 * @param feedBarsMissing bars a feed misses from which on it is late
 * @param look how often each instance looks after feeds, controllers, limits and jobs
 * @param enabled whether this instance does
 */
@Validated
@ConfigurationProperties("suite.signals.activity")
public record ActivitySettings(
        @DefaultValue("90d") @NotNull @DurationMin(days = 1) Duration keep,
        @DefaultValue("30d") @NotNull @DurationMin(days = 1) Duration keepDecisions,
        @DefaultValue({
                    "LIMIT_NEAR",
                    "BREACH",
                    "TRADING_STATE",
                    "STOP_FAILED",
                    "FEED_LATE",
                    "CONTROLLER_OFFLINE",
                    "JOB_FAILED",
                    "CYCLE_FAILED"
                })
                @NotNull
                Set<NotificationTopic> topics,
        @DefaultValue("1d") @NotNull @DurationMin(minutes = 1) Duration notifyWithin,
        @DefaultValue("0.8") @DecimalMin("0.1") @DecimalMax("1") double limitUse,
        @DefaultValue("3") @Min(1) int feedBarsMissing,
        @DefaultValue("15s") @NotNull @DurationMin(millis = 100) Duration look,
        @DefaultValue("true") boolean enabled) {}
