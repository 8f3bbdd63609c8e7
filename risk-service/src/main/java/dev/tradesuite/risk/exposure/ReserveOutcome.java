package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.TradeAssessment;
import org.jspecify.annotations.Nullable;

/** Answer to an order that wants room. */
public sealed interface ReserveOutcome {

    /**
     * There is a reservation for the order.
     *
     * @param assessment the checks that were made; absent when it stood before
     */
    record Stands(Reservation reservation, @Nullable TradeAssessment assessment) implements ReserveOutcome {}

    /**
     * It may be made and takes nothing: it only closes what is held. No reservation is kept, so asking again makes the
     * checks again.
     */
    record NothingToHold(TradeAssessment assessment) implements ReserveOutcome {}

    /** The checks or the trading state deny it, and nothing is held. */
    record Denied(TradeAssessment assessment) implements ReserveOutcome {}
}
