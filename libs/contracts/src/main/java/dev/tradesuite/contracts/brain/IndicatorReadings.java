package dev.tradesuite.contracts.brain;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Indicator readings on the last closed candle; each is absent when it is not known.
 *
 * @param rsi relative strength index over 14 candles, 0 to 100
 * @param macd MACD line, EMA 12 minus EMA 26, in price units
 * @param macdSignal EMA 9 of the MACD line, in price units
 * @param atr average true range over 14 candles, in price units
 * @param emaFast EMA over 12 candles, a price
 * @param emaSlow EMA over 26 candles, a price
 * @param bollingerUpper upper band, 20 candles and 2 standard deviations, a price
 * @param bollingerMiddle middle band, a price
 * @param bollingerLower lower band, a price
 * @param adx average directional index over 14 candles, 0 to 100
 * @param plusDi positive directional indicator, 0 to 100
 * @param minusDi negative directional indicator, 0 to 100
 */
public record IndicatorReadings(
        @Nullable @DecimalMin("0") @DecimalMax("100") Double rsi,
        @Nullable Double macd,
        @Nullable Double macdSignal,
        @Nullable @DecimalMin("0") Double atr,
        @Nullable @Positive Double emaFast,
        @Nullable @Positive Double emaSlow,
        @Nullable @Positive Double bollingerUpper,
        @Nullable @Positive Double bollingerMiddle,
        @Nullable @Positive Double bollingerLower,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double adx,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double plusDi,
        @Nullable @DecimalMin("0") @DecimalMax("100") Double minusDi) {}
