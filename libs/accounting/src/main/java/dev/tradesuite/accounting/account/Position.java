package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param leverage that decides its margin
 * @param stopLossPrice protective stop; absent without one
 * @param openedAt time of the fill that opened it
 * @param valuation newest known price and conversion rate
 */
public record Position(
        Instrument instrument,
        Direction direction,
        Lots lots,
        BigDecimal cost,
        Leverage leverage,
        @Nullable BigDecimal stopLossPrice,
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

    /** Margin in the account currency for what the position is worth at the mark, rounded up. */
    public BigDecimal marginUsed() {
        BigDecimal inQuote = leverage.margin(instrument, instrument.notional(lots, mark().price()));
        return Amounts.up(rate().convert(inQuote));
    }

    /** Time of the older of the two figures its value rests on: its price and its conversion rate. */
    public Instant valuedAt() {
        return valuation.at();
    }

    /** Lots with a sign: positive for LONG, negative for SHORT. */
    public BigDecimal signedLots() {
        return lots.value().multiply(BigDecimal.valueOf(direction.sign()));
    }

    /** The same position at prices that are newer; its own price and rate stay where they are the newest. */
    public Position valuedWith(Valuation newest) {
        return new Position(
                instrument, direction, lots, cost, leverage, stopLossPrice, openedAt, valuation.orNewer(newest));
    }

    /** Profit in the quote currency of some of the lots, with their share of the cost, at a price. Exact. */
    BigDecimal profitInQuote(BigDecimal price, Lots someLots, BigDecimal shareOfCost) {
        return price.multiply(someLots.value())
                .subtract(shareOfCost)
                .multiply(instrument.contractSize())
                .multiply(BigDecimal.valueOf(direction.sign()));
    }
}
