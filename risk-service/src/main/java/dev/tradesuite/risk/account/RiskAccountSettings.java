package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param limits limits of an account that is seen for the first time; later changes are made by REST
 * @param dayRollsAt time of day at which the risk day begins, in UTC or with its zone: {@code 00:00 Europe/Prague}
 */
@ConfigurationProperties("suite.risk")
record RiskAccountSettings(@DefaultValue FirstLimits limits, @DefaultValue("00:00") String dayRollsAt) {

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
    record FirstLimits(
            @DefaultValue("5") BigDecimal dailyLossPercent,
            @DefaultValue("15") BigDecimal drawdownPercent,
            @DefaultValue("5") BigDecimal positionSizePercent,
            @DefaultValue("80") BigDecimal marginPercent,
            @DefaultValue("0.70") BigDecimal correlation,
            @DefaultValue("1000") BigDecimal currencyExposurePercent) {

        Limits toLimits() {
            return new Limits(
                    dailyLossPercent,
                    drawdownPercent,
                    positionSizePercent,
                    marginPercent,
                    correlation,
                    currencyExposurePercent);
        }
    }
}
