package dev.tradesuite.risk.config;

import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of risk.
 *
 * @param limits limits of an account that is seen for the first time; later changes are made by REST
 * @param dayRollsAt time of day, UTC, at which the risk day begins
 * @param maxEquityAge equity older than this cannot be used while positions are open; long enough for a weekend
 * @param correlation what correlations rest on
 */
@Validated
@ConfigurationProperties("suite.risk")
public record RiskSettings(
        @DefaultValue Limits limits,
        @DefaultValue("00:00") LocalTime dayRollsAt,
        @DefaultValue("72h") Duration maxEquityAge,
        @Valid @DefaultValue Correlation correlation) {

    /**
     * Limits, in percent but for the correlation.
     *
     * @param dailyLossPercent loss of the day, of day-start equity
     * @param drawdownPercent fall from the highest equity, of that
     * @param positionSizePercent loss at the stop, of equity
     * @param marginPercent margin, of equity
     * @param correlation correlation of returns x sides; 1 switches it off
     * @param currencyExposurePercent net exposure in one currency, of equity
     */
    public record Limits(
            @DefaultValue("5") BigDecimal dailyLossPercent,
            @DefaultValue("15") BigDecimal drawdownPercent,
            @DefaultValue("5") BigDecimal positionSizePercent,
            @DefaultValue("80") BigDecimal marginPercent,
            @DefaultValue("0.70") BigDecimal correlation,
            @DefaultValue("1000") BigDecimal currencyExposurePercent) {}

    /**
     * What correlations rest on.
     *
     * @param timeframe of the returns when a request names none
     * @param window newest returns looked at
     * @param minReturns returns needed at least; with fewer the check warns
     * @param refresh how old a correlation may get before it is computed anew
     * @param retry how long nobody is asked again after brain-service did not answer, or had too few returns
     * @param maxAge how old a correlation may get when it cannot be computed anew
     * @param pairs how many pairs are kept at hand
     */
    public record Correlation(
            @DefaultValue("D1") Timeframe timeframe,
            @Max(999) @DefaultValue("60") int window,
            @Min(2) @DefaultValue("30") int minReturns,
            @DefaultValue("1h") Duration refresh,
            @DefaultValue("30s") Duration retry,
            @DefaultValue("24h") Duration maxAge,
            @Min(16) @DefaultValue("4096") int pairs) {}
}
