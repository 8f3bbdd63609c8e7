package dev.tradesuite.risk.account;

import java.math.BigDecimal;

/**
 * Limits of an account; a value equal to its limit is still allowed.
 *
 * @param dailyLossPercent loss of the day, in percent of day-start equity
 * @param drawdownPercent fall from the highest equity, in percent of it
 * @param positionSizePercent loss at the stop, in percent of equity
 * @param marginPercent used, reserved and required margin, in percent of equity
 * @param correlation correlation of returns x sides, 0 to 1; 1 switches this limit off
 * @param currencyExposurePercent net exposure in one currency, in percent of equity
 */
public record Limits(
        BigDecimal dailyLossPercent,
        BigDecimal drawdownPercent,
        BigDecimal positionSizePercent,
        BigDecimal marginPercent,
        BigDecimal correlation,
        BigDecimal currencyExposurePercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Limits {
        requirePercent("daily_loss_percent", dailyLossPercent, HUNDRED);
        requirePercent("drawdown_percent", drawdownPercent, HUNDRED);
        requirePercent("position_size_percent", positionSizePercent, HUNDRED);
        requirePercent("margin_percent", marginPercent, HUNDRED);
        requirePercent("currency_exposure_percent", currencyExposurePercent, BigDecimal.valueOf(100_000));
        if (correlation.signum() < 0 || correlation.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("correlation must be 0 to 1, was " + correlation.toPlainString());
        }
    }

    /** Says whether correlation with other positions can deny a trade. */
    public boolean limitsCorrelation() {
        return correlation.compareTo(BigDecimal.ONE) < 0;
    }

    private static void requirePercent(String name, BigDecimal value, BigDecimal most) {
        if (value.signum() <= 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + " must be above 0 and at most " + most + ", was " + value.toPlainString());
        }
    }
}
