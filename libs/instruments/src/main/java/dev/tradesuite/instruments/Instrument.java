package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that can be traded, with the units its prices and volumes are counted in.
 *
 * <p>Amounts that the methods return are in the quote currency; {@link PositionMath} has the same in the currency of an
 * account. Immutable.
 *
 * @param symbol name in upper case, such as {@code EURUSD} or {@code BRK.B}
 * @param assetClass kind of instrument
 * @param base what is bought: a currency, a metal, a coin, or the share itself
 * @param quote currency of the price
 * @param contractSize units of the base in one lot
 * @param pipSize one pip in price units
 * @param tickSize smallest change of the price; a pip is a whole number of ticks
 * @param lotStep smallest change of the volume in lots, at most 8 decimals
 * @param minLot smallest volume, a whole number of lot steps
 * @param maxLot largest volume of one order, a whole number of lot steps
 * @param marginRate margin as a fraction of the notional value, above 0 and at most 1
 * @param minStopPips smallest distance of a stop from the entry
 * @param maxStopPips largest distance of a stop from the entry
 * @param defaultStopPips distance of a stop that nobody stated, while the average true range is not known
 */
public record Instrument(
        String symbol,
        AssetClass assetClass,
        String base,
        String quote,
        BigDecimal contractSize,
        BigDecimal pipSize,
        BigDecimal tickSize,
        BigDecimal lotStep,
        Lots minLot,
        Lots maxLot,
        BigDecimal marginRate,
        Pips minStopPips,
        Pips maxStopPips,
        Pips defaultStopPips) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,19}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{2,10}");

    public Instrument {
        require(SYMBOL.matcher(symbol).matches(), "symbol must be 1 to 20 of A-Z, 0-9, dot, dash", symbol);
        require(SYMBOL.matcher(base).matches(), "base must be 1 to 20 of A-Z, 0-9, dot, dash", base);
        require(CURRENCY.matcher(quote).matches(), "quote must be a currency code such as USD", quote);
        require(!base.equals(quote), "quote must differ from base", quote);
        requirePositive("contract_size", contractSize);
        requirePositive("pip_size", pipSize);
        requirePositive("tick_size", tickSize);
        requirePositive("lot_step", lotStep);
        require(
                Amounts.stripped(lotStep).scale() <= Amounts.SCALE,
                "lot_step must have at most 8 decimals",
                lotStep.toPlainString());
        requirePositive("min_lot", minLot.value());
        requirePositive("margin_rate", marginRate);
        require(
                pipSize.remainder(tickSize).signum() == 0,
                "tick_size must go into pip_size " + pipSize.toPlainString() + " without a rest",
                tickSize.toPlainString());
        require(minLot.isMultipleOf(lotStep), "min_lot must be a multiple of lot_step", minLot.toString());
        require(maxLot.isMultipleOf(lotStep), "max_lot must be a multiple of lot_step", maxLot.toString());
        require(!maxLot.isLessThan(minLot), "max_lot must not be below min_lot", maxLot.toString());
        require(marginRate.compareTo(BigDecimal.ONE) <= 0, "margin_rate must be at most 1", marginRate.toPlainString());
        require(
                maxStopPips.isMoreThan(minStopPips),
                "max_stop_pips must be above min_stop_pips " + minStopPips,
                maxStopPips.toString());
        require(
                !defaultStopPips.isLessThan(minStopPips) && !defaultStopPips.isMoreThan(maxStopPips),
                "default_stop_pips must be min_stop_pips to max_stop_pips, %s to %s"
                        .formatted(minStopPips, maxStopPips),
                defaultStopPips.toString());
        contractSize = Amounts.stripped(contractSize);
        pipSize = Amounts.stripped(pipSize);
        tickSize = Amounts.stripped(tickSize);
        lotStep = Amounts.stripped(lotStep);
        marginRate = Amounts.stripped(marginRate);
    }

    /** Where its prices come from. */
    public SeriesKind seriesKind() {
        return SeriesKind.of(symbol);
    }

    /** The instrument of the market whose terms this has; its own symbol where it is that. */
    public String marketSymbol() {
        return seriesKind().marketSymbol(symbol);
    }

    /**
     * The same terms for a series of another kind; empty when this is no instrument of the market or the name is too
     * long.
     */
    public Optional<Instrument> inSeries(SeriesKind kind) {
        String named = kind.symbolOf(symbol);
        if (seriesKind() != SeriesKind.MARKET || !SYMBOL.matcher(named).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Instrument(
                named,
                assetClass,
                base,
                quote,
                contractSize,
                pipSize,
                tickSize,
                lotStep,
                minLot,
                maxLot,
                marginRate,
                minStopPips,
                maxStopPips,
                defaultStopPips));
    }

    /** Value of one pip for one lot: contract size x pip size. */
    public BigDecimal pipValuePerLot() {
        return contractSize.multiply(pipSize);
    }

    /** Length of a distance in price units: pips x pip size. */
    public BigDecimal pipsToPrice(Pips distance) {
        return distance.value().multiply(pipSize);
    }

    /**
     * Number of pips in a distance of prices, sign ignored.
     *
     * <p>Exact where a pip goes into it; otherwise the 8th decimal is rounded up, so a stop is never taken for nearer
     * than it is.
     */
    public Pips priceToPips(BigDecimal distance) {
        return new Pips(distance.abs().divide(pipSize, Amounts.SCALE, RoundingMode.UP));
    }

    /** Distance between two prices in pips, in whichever order they come. */
    public Pips pipsBetween(BigDecimal price, BigDecimal otherPrice) {
        return priceToPips(price.subtract(otherPrice));
    }

    /**
     * Price of a protective stop: below the entry of a BUY, above the entry of a SELL, on a tick.
     *
     * <p>Rounded towards the entry, so that the loss is never more than the distance says. Empty when the stop of a BUY
     * would be at or below zero, where no price goes.
     */
    public Optional<BigDecimal> stopPrice(Side side, BigDecimal entryPrice, Pips distance) {
        BigDecimal exact = entryPrice.subtract(pipsToPrice(distance).multiply(BigDecimal.valueOf(side.sign())));
        BigDecimal stop = onTick(exact, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return exact.signum() > 0 ? Optional.of(stop) : Optional.empty();
    }

    /** Says whether the stop is where it can protect: below the entry of a BUY, above the entry of a SELL. */
    public boolean isStopOnRightSide(Side side, BigDecimal entryPrice, BigDecimal stopPrice) {
        return entryPrice.subtract(stopPrice).signum() == side.sign();
    }

    /** Says whether the distance of a stop is within the bounds of the instrument, both included. */
    public boolean isStopDistanceAllowed(Pips distance) {
        return !distance.isLessThan(minStopPips) && !distance.isMoreThan(maxStopPips);
    }

    /** The nearest price on a tick, half-even. */
    public BigDecimal roundToTick(BigDecimal price) {
        return onTick(price, RoundingMode.HALF_EVEN);
    }

    /** The nearest price on a tick in the given direction. */
    public BigDecimal onTick(BigDecimal price, RoundingMode rounding) {
        return price.divide(tickSize, 0, rounding).multiply(tickSize);
    }

    /** Value of a position in the quote currency: lots x contract size x price. Exact. */
    public BigDecimal notional(Lots lots, BigDecimal price) {
        return lots.value().multiply(contractSize).multiply(price);
    }

    /** Loss in the quote currency when the price runs the distance against the position. Exact. */
    public BigDecimal lossAtStop(Lots lots, Pips stopDistance) {
        return lots.value().multiply(pipValuePerLot()).multiply(stopDistance.value());
    }

    /** Profit in the quote currency of a position opened and valued at these prices, negative for a loss. Exact. */
    public BigDecimal profit(Side side, Lots lots, BigDecimal entryPrice, BigDecimal exitPrice) {
        BigDecimal move = exitPrice.subtract(entryPrice).multiply(BigDecimal.valueOf(side.sign()));
        return lots.value().multiply(contractSize).multiply(move);
    }

    /** The volume in whole lot steps, rounded down. */
    public Lots roundLotsDown(Lots lots) {
        return lots.roundedDownTo(lotStep);
    }

    /** Says whether an order of this volume can be placed: whole lot steps, from the minimum to the maximum. */
    public boolean isTradable(Lots lots) {
        return lots.isMultipleOf(lotStep) && !lots.isLessThan(minLot) && !lots.isMoreThan(maxLot);
    }

    private static void requirePositive(String field, BigDecimal value) {
        require(value.signum() > 0, field + " must be above 0", value.toPlainString());
    }

    private static void require(boolean met, String rule, String found) {
        if (!met) {
            throw new IllegalArgumentException(rule + ", was " + found);
        }
    }
}
