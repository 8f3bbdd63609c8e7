package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A trade somebody wants to make. What it can lose and what margin it takes is worked out here; figures of the caller
 * are never trusted.
 *
 * @param instrument what is traded
 * @param side of the trade
 * @param lots size
 * @param entryPrice in the quote currency
 * @param stopPrice price of the stop; absent without one
 * @param leverage stated by the trader
 * @param rates conversions known for it, its own price among them
 * @param purpose what it is meant to do
 */
public record ProposedTrade(
        Instrument instrument,
        Side side,
        Lots lots,
        BigDecimal entryPrice,
        @Nullable BigDecimal stopPrice,
        Leverage leverage,
        ConversionRates rates,
        TradePurpose purpose)
        implements Proposal {

    public ProposedTrade {
        rates = rates.with(instrument, entryPrice);
    }

    /** The same trade of another size. */
    ProposedTrade sized(Lots other) {
        return new ProposedTrade(instrument, side, other, entryPrice, stopPrice, leverage, rates, purpose);
    }

    /** Symbol of the instrument. */
    @Override
    public String symbol() {
        return instrument.symbol();
    }

    @Override
    public OrderSize size() {
        return new OrderSize.Volume(lots.value());
    }

    /** Loss when the price runs to the stop: lots x pip value x pips, in the currency given. */
    @Override
    public Figure lossAtStop(String currency) {
        if (stopPrice == null) {
            return Figure.unknown(RiskReason.STOP_MISSING, "without a stop the loss is not limited");
        }
        if (!instrument.isStopOnRightSide(side, entryPrice, stopPrice)) {
            return Figure.unknown(
                    RiskReason.STOP_ON_WRONG_SIDE, "a stop on the wrong side of the entry limits no loss");
        }
        return figure(currency, math -> math.lossAtStop(lots, instrument.pipsBetween(entryPrice, stopPrice)));
    }

    /** Loss to a stop at the instrument's default distance, in the currency given. */
    Figure lossAtDefaultStop(String currency) {
        return figure(currency, math -> math.lossAtStop(lots, instrument.defaultStopPips()));
    }

    /** Margin the trade takes, in the currency given. */
    @Override
    public Figure margin(String currency) {
        return figure(currency, math -> math.margin(lots, entryPrice, leverage));
    }

    /** Value of the trade at its entry, in the currency given. */
    @Override
    public Figure notional(String currency) {
        return figure(currency, math -> math.notional(lots, entryPrice));
    }

    private Figure figure(String currency, Function<PositionMath, BigDecimal> amount) {
        Optional<CurrencyConversion> conversion = rates.find(instrument.quote(), currency);
        return conversion
                .map(found -> Figure.of(amount.apply(new PositionMath(instrument, found))))
                .orElseGet(() -> Figure.unknown(
                        RiskReason.CONVERSION_RATE_MISSING,
                        "no price converts %s to %s; send it in conversion_rates"
                                .formatted(instrument.quote(), currency)));
    }
}
