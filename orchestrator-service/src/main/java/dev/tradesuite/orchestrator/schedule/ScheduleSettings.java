package dev.tradesuite.orchestrator.schedule;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When cycles are due.
 *
 * @param enabled whether this instance starts due cycles at all; those that are due elsewhere it may take over either
 *     way
 * @param poll how often due times are looked for
 * @param heartbeat how often an instance says that it lives; after four it is taken for dead
 * @param sync how often every portfolio is read, besides following their events
 */
@ConfigurationProperties("suite.orchestrator.cycles.schedule")
public record ScheduleSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("5m") Duration sync) {}
