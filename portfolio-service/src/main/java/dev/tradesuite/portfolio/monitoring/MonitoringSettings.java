package dev.tradesuite.portfolio.monitoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the monitoring, {@code suite.portfolio.monitoring}.
 *
 * @param enabled whether this instance looks at accounts by itself
 * @param look how often it looks
 * @param refresh how often it asks the books for all accounts, and so confirms what events told
 * @param tellEvery how often an account is told of at most
 * @param restrict whether an account beyond a limit may only reduce positions from then on
 * @param limits what an account must not go beyond
 * @param ages how old things may be
 */
@Validated
@ConfigurationProperties("suite.portfolio.monitoring")
public record MonitoringSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration look,
        @DefaultValue("1m") Duration refresh,
        @DefaultValue("15s") Duration tellEvery,
        @DefaultValue("true") boolean restrict,
        @DefaultValue @Valid Limits limits,
        @DefaultValue @Valid Ages ages) {

    /**
     * What an account must not go beyond, as fractions.
     *
     * @param valueAtRisk of one day at 95 %, of equity
     * @param drawdown fall of equity from its highest value
     * @param contribution largest part of one strategy in the expected shortfall
     * @param margin how far below its limit a figure has to come back to be kept again, of the limit
     */
    public record Limits(
            @DefaultValue("0.03") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") double valueAtRisk,
            @DefaultValue("0.15") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") double drawdown,
            @DefaultValue("0.4") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") double contribution,
            @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double margin) {}

    /**
     * How old things may be before a limit that needs them is unknown.
     *
     * @param books since they were heard of
     * @param price while its market is open
     * @param returnDays newest daily return, in days
     * @param window most daily returns that count
     */
    public record Ages(
            @DefaultValue("5m") Duration books,
            @DefaultValue("15m") Duration price,
            @DefaultValue("7") @Min(1) int returnDays,
            @DefaultValue("365") @Min(20) @Max(2000) int window) {}

    MonitoringLimits asLimits() {
        return new MonitoringLimits(limits.valueAtRisk(), limits.drawdown(), limits.contribution(), limits.margin());
    }

    LiveRiskCalculator.Ages asAges() {
        return new LiveRiskCalculator.Ages(ages.books(), ages.price(), ages.returnDays(), ages.window());
    }
}
