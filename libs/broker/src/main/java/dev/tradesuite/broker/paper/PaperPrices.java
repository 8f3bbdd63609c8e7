package dev.tradesuite.broker.paper;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What orders of one instrument pay.
 *
 * <p>Prices that come in are the middle of bid and ask. A BUY pays the ask (middle + half the spread), a SELL gets the
 * bid; a market or stop order pays the slippage on top, a limit order never does. Fills are on a tick, rounded against
 * the order, but never past its limit.
 */
final class PaperPrices {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Instrument instrument;
    private final BigDecimal halfSpread;
    private final BigDecimal slippage;
    private final BigDecimal commissionPerLot;

    PaperPrices(Instrument instrument, PaperTerms terms) {
        this.instrument = instrument;
        this.halfSpread = instrument.pipsToPrice(new Pips(terms.spreadPips())).divide(TWO);
        this.slippage = instrument.pipsToPrice(new Pips(terms.slippagePips()));
        this.commissionPerLot = terms.commissionPerLot();
    }

    /** Price of a market order. */
    BigDecimal market(Side side, BigDecimal middle) {
        return fill(side, worse(side, quoted(side, middle), slippage));
    }

    /**
     * Price of a limit order in a range of prices, empty when the range does not reach the limit. It is the limit, or
     * the first price when that was better already.
     *
     * @param first first price of the range
     * @param best lowest price of the range for a BUY, highest for a SELL
     */
    Optional<BigDecimal> limit(Side side, BigDecimal limit, BigDecimal first, BigDecimal best) {
        if (isWorse(side, quoted(side, best), limit)) {
            return Optional.empty();
        }
        BigDecimal reached = quoted(side, first);
        BigDecimal price = fill(side, isWorse(side, reached, limit) ? limit : reached);
        return Optional.of(isWorse(side, price, limit) ? onTick(side.opposite(), limit) : price);
    }

    /**
     * Price of a stop order in a range of prices, empty when the range does not reach the trigger. It is the trigger,
     * or the first price when that was beyond it already, and slippage.
     *
     * @param first first price of the range
     * @param worst highest price of the range for a BUY, lowest for a SELL
     */
    Optional<BigDecimal> stop(Side side, BigDecimal trigger, BigDecimal first, BigDecimal worst) {
        if (isWorse(side, trigger, quoted(side, worst))) {
            return Optional.empty();
        }
        BigDecimal reached = quoted(side, first);
        BigDecimal met = isWorse(side, reached, trigger) ? reached : trigger;
        return Optional.of(fill(side, worse(side, met, slippage)));
    }

    /**
     * Price of a stop limit order whose trigger was reached in a range of prices; empty when it is not known whether
     * the price was within the limit after that.
     */
    Optional<BigDecimal> stopLimit(Side side, BigDecimal trigger, BigDecimal limit, BigDecimal first, BigDecimal best) {
        if (!isWorse(side, trigger, quoted(side, first))) {
            // The range began beyond the trigger: all of it came after.
            return limit(side, limit, first, best);
        }
        if (isWorse(side, trigger, limit)) {
            return Optional.empty();
        }
        BigDecimal price = atTrigger(side, trigger);
        return Optional.of(isWorse(side, price, limit) ? onTick(side.opposite(), limit) : price);
    }

    /** Whether the worst price of a range reaches a trigger. */
    boolean reaches(Side side, BigDecimal trigger, BigDecimal worst) {
        return !isWorse(side, trigger, quoted(side, worst));
    }

    /** Price of a stop order that is filled where its trigger is. */
    BigDecimal atTrigger(Side side, BigDecimal trigger) {
        return fill(side, worse(side, trigger, slippage));
    }

    /** Trigger of a stop that follows at a distance, when the middle is at its best. */
    BigDecimal behind(Side side, BigDecimal best, Pips distance) {
        return from(side, quoted(side, best), distance);
    }

    /** Trigger of a stop at a distance from a price. */
    BigDecimal from(Side side, BigDecimal price, Pips distance) {
        return fill(side, worse(side, price, instrument.pipsToPrice(distance)));
    }

    /** Commission of a fill. */
    BigDecimal commission(Lots lots) {
        return Amounts.up(commissionPerLot.multiply(lots.value()));
    }

    private BigDecimal quoted(Side side, BigDecimal middle) {
        return worse(side, middle, halfSpread);
    }

    private static BigDecimal worse(Side side, BigDecimal price, BigDecimal distance) {
        return side == Side.BUY ? price.add(distance) : price.subtract(distance);
    }

    private static boolean isWorse(Side side, BigDecimal price, BigDecimal than) {
        return price.compareTo(than) * side.sign() > 0;
    }

    private BigDecimal fill(Side side, BigDecimal price) {
        BigDecimal onTick = onTick(side, price);
        // Slippage never takes a price to zero or below, where there is none.
        return onTick.signum() > 0 ? onTick : instrument.tickSize();
    }

    private BigDecimal onTick(Side side, BigDecimal price) {
        return Amounts.stripped(instrument.onTick(price, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }
}
