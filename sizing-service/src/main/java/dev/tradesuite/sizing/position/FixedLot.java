package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import org.jspecify.annotations.Nullable;

/**
 * Take the lots the trader names; the stop only tells what they would lose.
 *
 * @param lots volume asked for; without it the trade is refused
 * @param stop distance of the stop; without it the trade is refused, because its risk would not be known
 */
public record FixedLot(@Nullable Lots lots, @Nullable Pips stop) implements SizingMethod {

    @Override
    public Intent intent(Instrument instrument, SizingAccount account) {
        if (lots == null) {
            return nothing(Reason.of(SizingReason.LOTS_MISSING, "fixed_lot needs the number of lots."));
        }
        return stop == null ? nothing(SizingRefusals.stopMissing("fixed_lot")) : new Intent.TakeLots(lots, stop);
    }

    private static Intent nothing(Reason refusal) {
        return new Intent.Nothing(RiskStrategy.FIXED_LOT, refusal, null);
    }
}
