package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.model.Figures;
import java.util.OptionalDouble;

/** The price that price-relative votes compare readings with. */
sealed interface VotePrice {

    /**
     * It is known.
     *
     * @param value in the quote currency
     */
    record Known(double value) implements VotePrice {}

    /**
     * There is none that fits the readings.
     *
     * @param why in a sentence part, such as {@code no price was sent}
     */
    record Unknown(String why) implements VotePrice {}

    /**
     * The caller's price if it belongs to the same market as the candles, else the last close.
     *
     * <p>A price many average true ranges away from the last close is no price of these candles: every band and average
     * would look extreme beside it.
     *
     * @param asked price the caller sent
     * @param lastClose close of the newest candle
     * @param atr average true range
     * @param maxGapAtr largest gap between the two, in average true ranges
     */
    static VotePrice of(OptionalDouble asked, OptionalDouble lastClose, OptionalDouble atr, double maxGapAtr) {
        if (asked.isEmpty()) {
            return lastClose.isPresent() ? new Known(lastClose.getAsDouble()) : new Unknown("no price was sent");
        }
        if (lastClose.isPresent() && atr.isPresent() && atr.getAsDouble() > 0) {
            double gap = Math.abs(asked.getAsDouble() - lastClose.getAsDouble()) / atr.getAsDouble();
            if (gap > maxGapAtr) {
                return new Unknown("the price sent lies %s average true ranges from the last close"
                        .formatted(Figures.oneDecimal(gap)));
            }
        }
        return new Known(asked.getAsDouble());
    }
}
