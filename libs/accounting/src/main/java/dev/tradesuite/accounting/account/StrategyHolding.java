package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a strategy holds of an account in an instrument.
 *
 * <p>It keeps the cost of its lots as a {@link Position} does, but with the sign of the lots: 2 lots sold at 1.10 are
 * -2 lots for -2.20. One that was closed stays with 0 lots, for the profit it has taken.
 *
 * @param strategy its code, or {@link #UNASSIGNED}
 * @param symbol instrument
 * @param lots above 0 when bought, below 0 when sold, 0 when closed
 * @param cost price x lots over the open lots, in the quote currency for one unit of the contract size
 * @param realisedPnl profit of the lots it has closed, in the account currency, commission not counted
 */
public record StrategyHolding(
        String strategy, String symbol, BigDecimal lots, BigDecimal cost, BigDecimal realisedPnl) {

    /** Holder of what no strategy holds; no strategy may be called so. */
    public static final String UNASSIGNED = HeldLots.UNASSIGNED;

    /** A holding without lots that has never had any. */
    static StrategyHolding none(String strategy, String symbol) {
        return new StrategyHolding(strategy, symbol, BigDecimal.ZERO, BigDecimal.ZERO, Amounts.even(BigDecimal.ZERO));
    }

    /** Whether it holds anything. */
    public boolean isOpen() {
        return lots.signum() != 0;
    }

    /** Mean price of the open lots: cost / lots; empty without lots. */
    public Optional<BigDecimal> averagePrice() {
        return isOpen()
                ? Optional.of(Amounts.stripped(cost.divide(lots, Position.AVERAGE_PRICE_SCALE, RoundingMode.HALF_EVEN)))
                : Optional.empty();
    }

    /**
     * What its lots are worth in the account currency at the mark of the account's position, half-even; below 0 for
     * lots that are sold.
     */
    public BigDecimal valueAt(Position position) {
        return Amounts.even(inAccountCurrency(position, position.mark().price().multiply(lots)));
    }

    /** Open profit in the account currency at the mark of the account's position, half-even. */
    public BigDecimal floatingPnl(Position position) {
        return Amounts.even(inAccountCurrency(
                position, position.mark().price().multiply(lots).subtract(cost)));
    }

    /**
     * The holding after lots of a fill were added to it: bought ones above 0, sold ones below. What goes against it
     * closes lots at their average price; what goes beyond opens a holding in the other direction at the fill's price.
     *
     * @param traded lots with their sign, not 0
     * @param rate the fill's conversion rate
     */
    StrategyHolding after(BigDecimal traded, BigDecimal price, Instrument instrument, ConversionRate rate) {
        if (lots.signum() != -traded.signum()) {
            return new StrategyHolding(
                    strategy, symbol, lots.add(traded), cost.add(price.multiply(traded)), realisedPnl);
        }
        BigDecimal left = lots.add(traded);
        boolean isPart = left.signum() == lots.signum();
        BigDecimal closed = isPart ? traded.negate() : lots;
        BigDecimal shareOfCost =
                isPart ? cost.multiply(closed).divide(lots, Netting.COST_SCALE, RoundingMode.HALF_EVEN) : cost;
        BigDecimal profit = price.multiply(closed).subtract(shareOfCost).multiply(instrument.contractSize());
        return new StrategyHolding(
                strategy,
                symbol,
                left,
                isPart ? cost.subtract(shareOfCost) : price.multiply(left),
                realisedPnl.add(Amounts.even(rate.convert(profit))));
    }

    private static BigDecimal inAccountCurrency(Position position, BigDecimal inQuote) {
        return position.rate().convert(inQuote.multiply(position.instrument().contractSize()));
    }
}
