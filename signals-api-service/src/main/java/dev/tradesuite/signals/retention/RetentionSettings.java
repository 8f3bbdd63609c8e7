package dev.tradesuite.signals.retention;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is kept, {@code suite.signals.kept}.
 *
 * @param backtests a backtest with all it left, after it ended
 * @param points signals and single points of equity of the live accounts, and closes of bars, by the time of the bar;
 *     longer than any answer shows them
 */
@Validated
@ConfigurationProperties("suite.signals.kept")
public record RetentionSettings(
        @DefaultValue("180d") @NotNull @DurationMin(days = 1) Duration backtests,
        @DefaultValue("1827d") @NotNull @DurationMin(days = 60) Duration points) {}
