package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import java.math.BigDecimal;

/**
 * What a broker takes of a trade that ends at its stop: the spread once, slippage and commission at the entry and at
 * the stop.
 *
 * @param spread distance between bid and ask
 * @param slippage how much worse than the price an order fills
 * @param commissionPerLot in the account currency, for each lot of each fill
 */
public record TradingCosts(Pips spread, Pips slippage, BigDecimal commissionPerLot) {

    /** A broker that takes nothing. */
    public static final TradingCosts NONE = new TradingCosts(Pips.of(0), Pips.of(0), BigDecimal.ZERO);

    public TradingCosts {
        if (commissionPerLot.signum() < 0) {
            throw new IllegalArgumentException(
                    "commission must not be negative, was " + commissionPerLot.toPlainString());
        }
    }

    /** The distance the price runs against the trade, from the middle at the entry to the fill of its stop. */
    Pips widened(Pips stop) {
        return new Pips(stop.value().add(spread.value()).add(slippage.value().multiply(BigDecimal.TWO)));
    }

    /** Commission of both fills for one lot. */
    BigDecimal roundTripPerLot() {
        return commissionPerLot.multiply(BigDecimal.TWO);
    }

    /** Loss of a volume that ends at its stop, with what the broker takes; rounded up. */
    BigDecimal lossAtStop(PositionMath math, Lots lots, Pips stop) {
        return math.lossAtStop(lots, widened(stop))
                .add(Amounts.up(roundTripPerLot().multiply(lots.value())));
    }
}
