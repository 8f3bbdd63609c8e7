package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position the caller asks to suppose.
 *
 * @param instrument what
 * @param side BUY for long, SELL for short
 * @param lots size
 * @param price its price; absent: the newest known
 * @param stopPrice price of its stop; absent: it has none
 */
public record WhatIfPosition(
        Instrument instrument, Side side, Lots lots, @Nullable BigDecimal price, @Nullable BigDecimal stopPrice) {

    /** The same with the price found for its symbol, when it has none of its own. */
    WhatIfPosition pricedFrom(Map<String, BigDecimal> prices) {
        return price != null
                ? this
                : new WhatIfPosition(instrument, side, lots, prices.get(instrument.symbol()), stopPrice);
    }

    /** Says whether what is known values it, or what it can lose, in no way. */
    boolean needsPrices(ConversionRates rates, String currency) {
        return notional(rates, currency) instanceof Figure.Unknown
                || lossAtStop(rates, currency) instanceof Figure.Unknown;
    }

    /** Its value in the account currency. */
    Figure notional(ConversionRates rates, String currency) {
        Optional<BigDecimal> value = price == null
                ? valueOfBase(rates, currency)
                : rates.with(instrument, price)
                        .find(instrument.quote(), currency)
                        .map(conversion -> new PositionMath(instrument, conversion).notional(lots, price));
        return value.map(Figure::of).orElseGet(() -> unknown(currency));
    }

    /** Its margin at the instrument's own rate, in the account currency. */
    Figure margin(ConversionRates rates, String currency) {
        return notional(rates, currency)
                .fold(value -> Figure.of(Leverage.NOT_STATED.margin(instrument, value)), unknown -> unknown);
    }

    /**
     * What it loses from its price to its stop; without one, at the instrument's default distance. A stop beyond its
     * price has locked a profit in and loses nothing.
     */
    Figure lossAtStop(ConversionRates rates, String currency) {
        if (stopPrice != null && price == null) {
            return unknown(currency);
        }
        Pips distance = stopPrice == null || price == null
                ? instrument.defaultStopPips()
                : instrument.isStopOnRightSide(side, price, stopPrice)
                        ? instrument.pipsBetween(price, stopPrice)
                        : Pips.of(0);
        ConversionRates known = price == null ? rates : rates.with(instrument, price);
        return known.find(instrument.quote(), currency)
                .map(conversion -> Figure.of(new PositionMath(instrument, conversion).lossAtStop(lots, distance)))
                .orElseGet(() -> unknown(currency));
    }

    /** The position as the checks see it. */
    RiskHolding holding(ConversionRates rates, String currency, RiskHolding.Standing standing) {
        Legs legs = Legs.of(instrument, side, notional(rates, currency));
        return new RiskHolding(
                instrument.symbol(), side, lots, legs, standing, lossAtStop(rates, currency), stopPrice != null);
    }

    private Figure unknown(String currency) {
        return Figure.unknown(
                RiskReason.CONVERSION_RATE_MISSING,
                "no price values %s in %s; send its entry_price and conversion_rates"
                        .formatted(instrument.symbol(), currency));
    }

    /** Without a price of its own, the value of what is bought: any known way from its base to the currency will do. */
    private Optional<BigDecimal> valueOfBase(ConversionRates rates, String currency) {
        if (!instrument.assetClass().isExchangeRate()) {
            return Optional.empty();
        }
        BigDecimal units = lots.value().multiply(instrument.contractSize());
        return rates.find(instrument.base(), currency)
                .map(conversion -> conversion.convert(units, RoundingMode.HALF_EVEN));
    }
}
