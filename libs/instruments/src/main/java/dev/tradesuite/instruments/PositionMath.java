package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What positions of an instrument are worth and can lose, in the currency of an account.
 *
 * <p>Each figure is reckoned exactly and rounded once, at the end: losses and margin up, volumes down, values
 * half-even.
 *
 * @param instrument what is traded
 * @param conversion from its quote currency to the currency of the account
 */
public record PositionMath(Instrument instrument, CurrencyConversion conversion) {

    public PositionMath {
        if (!conversion.from().equals(instrument.quote())) {
            throw new IllegalArgumentException("conversion must start at " + instrument.quote()
                    + ", the quote currency of " + instrument.symbol() + ", was " + conversion.from());
        }
    }

    /** Value of one pip for one lot, 12 significant digits, to state. */
    public BigDecimal pipValuePerLot() {
        return Amounts.stripped(instrument
                .pipValuePerLot()
                .multiply(conversion.numerator())
                .divide(conversion.denominator(), Amounts.STATED));
    }

    /** Loss when the price runs from the entry to the stop: lots x pip value x pips, rounded up. */
    public BigDecimal lossAtStop(Lots lots, Pips stopDistance) {
        return conversion.convert(instrument.lossAtStop(lots, stopDistance), RoundingMode.CEILING);
    }

    /** Profit of a position opened and valued at these prices, negative for a loss, half-even. */
    public BigDecimal profit(Side side, Lots lots, BigDecimal entryPrice, BigDecimal exitPrice) {
        return conversion.convert(instrument.profit(side, lots, entryPrice, exitPrice), RoundingMode.HALF_EVEN);
    }

    /** Value of a position: lots x contract size x price, half-even. */
    public BigDecimal notional(Lots lots, BigDecimal price) {
        return conversion.convert(instrument.notional(lots, price), RoundingMode.HALF_EVEN);
    }

    /** Margin a position takes, rounded up. */
    public BigDecimal margin(Lots lots, BigDecimal price, Leverage leverage) {
        BigDecimal dividend = instrument.notional(lots, price).multiply(marginNumerator(leverage));
        return Amounts.divided(dividend, marginDenominator(leverage), RoundingMode.CEILING);
    }

    /**
     * Volume that loses the amount at the stop, before rounding to lot steps: amount / (pips x pip value per lot), 8
     * decimals, rounded down.
     *
     * @param stopDistance above 0
     */
    public Lots lotsForRisk(BigDecimal amountAtRisk, Pips stopDistance) {
        return lotsForRisk(amountAtRisk, stopDistance, BigDecimal.ZERO);
    }

    /**
     * Volume that loses the amount at the stop, with a cost for each lot: amount / (pips x pip value per lot + cost), 8
     * decimals, rounded down.
     *
     * @param stopDistance above 0
     * @param costPerLot in the account currency
     */
    public Lots lotsForRisk(BigDecimal amountAtRisk, Pips stopDistance, BigDecimal costPerLot) {
        BigDecimal lossPerLot = instrument
                .pipValuePerLot()
                .multiply(stopDistance.value())
                .multiply(conversion.numerator())
                .add(costPerLot.multiply(conversion.denominator()));
        return new Lots(
                amountAtRisk.multiply(conversion.denominator()).divide(lossPerLot, Amounts.SCALE, RoundingMode.FLOOR));
    }

    /** Largest volume whose margin is at most the amount, in whole lot steps. */
    public Lots lotsForMargin(BigDecimal amount, BigDecimal price, Leverage leverage) {
        BigDecimal marginOfOneStep = instrument
                .lotStep()
                .multiply(instrument.contractSize())
                .multiply(price)
                .multiply(marginNumerator(leverage));
        BigDecimal steps = amount.multiply(marginDenominator(leverage)).divideToIntegralValue(marginOfOneStep);
        return new Lots(steps.multiply(instrument.lotStep()));
    }

    private BigDecimal marginNumerator(Leverage leverage) {
        return leverage.marginNumerator(instrument).multiply(conversion.numerator());
    }

    private BigDecimal marginDenominator(Leverage leverage) {
        return leverage.marginDenominator(instrument).multiply(conversion.denominator());
    }
}
