package dev.tradesuite.signals.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the feed, {@code suite.signals.stream}.
 *
 * @param clients that may be connected to one instance at once
 * @param waiting durable messages that may wait for one client
 * @param stall how long a client may take nothing of what is sent to it
 * @param heartbeat between two signs of life
 * @param memory durable messages an instance holds; older ones are read from the topic
 * @param resume most messages a client is sent that it missed; beyond, it gets a new snapshot
 * @param ticketLife how long a ticket may be used
 */
@Validated
@ConfigurationProperties("suite.signals.stream")
public record StreamSettings(
        @DefaultValue("2000") @Min(1) int clients,
        @DefaultValue("1000") @Min(10) int waiting,
        @DefaultValue("10s") @NotNull @DurationMin(millis = 100) Duration stall,
        @DefaultValue("15s") @NotNull @DurationMin(millis = 100) Duration heartbeat,
        @DefaultValue("5000") @Min(1) @Max(1_000_000) int memory,
        @DefaultValue("50000") @Min(1) int resume,
        @DefaultValue("30s") @NotNull @DurationMin(seconds = 1) Duration ticketLife) {}
