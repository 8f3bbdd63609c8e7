package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * An open position with what it is valued at; an account has at most one for an instrument.
 *
 * <p>It keeps the cost of its lots rather than their average price: the cost is exact, so that profit taken in parts
 * adds up to the profit of the whole. It always carries a price and a conversion rate, those of its fills at least;
 * there is no position whose profit is not known.
 *
 * @param instrument what is held
 * @param direction LONG or SHORT
 * @param lots size, above 0
 * @param cost price x lots over the open lots, in the quote currency for one unit of the contract size
 * @param margin what its fills required, in the account currency, less the share of the lots that were closed; it does
 *     not move with the price
 * @param leverage stated with its fills; not stated when they differ
 * @param openedAt time of the fill that opened it
 * @param valuation newest known price and conversion rate
 */
public record Position(
        Instrument instrument,
        Direction direction,
        Lots lots,
        BigDecimal cost,
        BigDecimal margin,
        Leverage leverage,
        Instant openedAt,
        Valuation valuation) {

    /** Decimals of an average price, rounded half-even; it is told, never reckoned with. */
    public static final int AVERAGE_PRICE_SCALE = 10;

    public Position {
        if (lots.isZero()) {
            throw new IllegalArgumentException("a position without lots is closed, not open");
        }
    }

    /** Newest known price. */
    public Mark mark() {
        return valuation.mark();
    }

    /** Newest known conversion rate from the quote currency to the account currency. */
    public ConversionRate rate() {
        return valuation.rate();
    }

    public String symbol() {
        return instrument.symbol();
    }

    /** Mean price of the open lots: cost / lots. */
    public BigDecimal averagePrice() {
        return Amounts.stripped(cost.divide(lots.value(), AVERAGE_PRICE_SCALE, RoundingMode.HALF_EVEN));
    }

    /** Open profit in the account currency at the mark, half-even; negative for a loss. */
    public BigDecimal floatingPnl() {
        return Amounts.even(rate().convert(profitInQuote(mark().price(), lots, cost)));
    }

    /** Time of the older of the two figures its value rests on: its price and its conversion rate. */
    public Instant valuedAt() {
        return valuation.at();
    }

    /** Lots with a sign: positive for LONG, negative for SHORT. */
    public BigDecimal signedLots() {
        return lots.value().multiply(BigDecimal.valueOf(direction.sign()));
    }

    /** The same position at prices of the market, where they are not older than what it has. */
    public Position valuedWith(Valuation market) {
        return new Position(
                instrument, direction, lots, cost, margin, leverage, openedAt, valuation.orNotOlder(market));
    }

    /** Profit in the quote currency of some of the lots, with their share of the cost, at a price. Exact. */
    BigDecimal profitInQuote(BigDecimal price, Lots someLots, BigDecimal shareOfCost) {
        return price.multiply(someLots.value())
                .subtract(shareOfCost)
                .multiply(instrument.contractSize())
                .multiply(BigDecimal.valueOf(direction.sign()));
    }

    /**
     * Loss in the account currency of some of the lots when the price goes from the mark to another; never negative.
     */
    BigDecimal lossTo(BigDecimal price, Lots someLots) {
        BigDecimal profit = profitInQuote(price, someLots, mark().price().multiply(someLots.value()));
        return rate().convert(profit).negate().max(BigDecimal.ZERO);
    }
}
