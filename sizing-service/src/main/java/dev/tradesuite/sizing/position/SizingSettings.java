package dev.tradesuite.sizing.position;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sizing.
 *
 * @param defaultRiskPercent share of the equity to lose at the stop when a request states none, in percent
 * @param marginLimitPercent most margin an account may use when a request states no limit, in percent of equity
 */
@Validated
@ConfigurationProperties("suite.sizing")
public record SizingSettings(
        @DecimalMin("0.1") @DecimalMax("10") @DefaultValue("2") BigDecimal defaultRiskPercent,
        @DecimalMin("1") @DecimalMax("100") @DefaultValue("80") BigDecimal marginLimitPercent) {}
