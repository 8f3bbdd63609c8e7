package dev.tradesuite.contracts.brain;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Indicator readings on the last closed candle; each is absent when it is not known.
 *
 * <p>In a request a list stands for its {@code votes} alone: {@code [{"source": "rsi", "signal": "BUY", "value": 28}]}.
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
 * @param votes what indicators of the caller say; absent in answers
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
        @Nullable @DecimalMin("0") @DecimalMax("100") Double minusDi,
        @Nullable @Size(max = 50) List<@NotNull @Valid IndicatorVote> votes) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public IndicatorReadings {
        // A null within is named by its constraint, so it may be there.
        votes = votes == null ? null : Collections.unmodifiableList(new ArrayList<>(votes));
    }

    /** Votes without any reading, as a list in a request says them. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IndicatorReadings of(List<IndicatorVote> votes) {
        return new IndicatorReadings(null, null, null, null, null, null, null, null, null, null, null, null, votes);
    }
}
