package dev.tradesuite.signals.book;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the paper accounts, {@code suite.signals.book}.
 *
 * @param startingCapital US dollars a new account begins with
 * @param history how far back a series is booked when its first bar arrives
 */
@Validated
@ConfigurationProperties("suite.signals.book")
public record BookSettings(
        @DefaultValue("10000") @Positive BigDecimal startingCapital,
        @DefaultValue("30d") @NotNull @DurationMin(hours = 0) Duration history) {}
