package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one fill costs: fee = quantity x (half spread + slippage) x rate + quantity / contract size x commission per
 * lot.
 *
 * @param halfSpread distance from the middle of the market to the price that is paid, 0 or more
 * @param slippage how much worse than that a fill usually is, 0 or more
 * @param unit what both are counted in
 * @param commissionPerLot in the account currency, 0 or more
 */
public record FillCosts(BigDecimal halfSpread, BigDecimal slippage, CostUnit unit, BigDecimal commissionPerLot) {

    /** Nothing. */
    public static final FillCosts NONE =
            new FillCosts(BigDecimal.ZERO, BigDecimal.ZERO, CostUnit.PRICE, BigDecimal.ZERO);

    public FillCosts {
        requireNotNegative("half_spread", halfSpread);
        requireNotNegative("slippage", slippage);
        requireNotNegative("commission_per_lot", commissionPerLot);
    }

    /** Whether a fill costs nothing. */
    public boolean isFree() {
        return halfSpread.signum() == 0 && slippage.signum() == 0 && commissionPerLot.signum() == 0;
    }

    /**
     * The fee of a fill in the account currency, rounded up.
     *
     * @param quantity units of the base
     * @param price in the middle of the market
     */
    BigDecimal fee(Instrument instrument, BigDecimal quantity, BigDecimal price, CurrencyConversion conversion) {
        BigDecimal distance = distance(instrument, price);
        BigDecimal commission =
                Amounts.divided(quantity.multiply(commissionPerLot), instrument.contractSize(), RoundingMode.CEILING);
        return Amounts.up(conversion
                .convert(quantity.multiply(distance), RoundingMode.CEILING)
                .add(commission));
    }

    /**
     * How much worse than the middle of the market a fill is, in units of the price, commission aside.
     *
     * @param price in the middle of the market
     */
    public BigDecimal distance(Instrument instrument, BigDecimal price) {
        return unit.inPrice(halfSpread.add(slippage), instrument, price);
    }

    private static void requireNotNegative(String field, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(field + " must not be negative, was " + value.toPlainString());
        }
    }
}
