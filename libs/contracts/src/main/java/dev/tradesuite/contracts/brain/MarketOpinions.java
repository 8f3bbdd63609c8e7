package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the language models say of a market now, as {@code GET /api/v1/brain/opinions?symbol=EURUSD} tells it. Nobody is
 * asked for it: it is what the instance that answers has heard since its start.
 *
 * @param symbol instrument
 * @param asOf moment the ages are of, UTC
 * @param opinions every advisor, on or off, and the overlay behind LLM_CLAUDE; once for each timeframe
 */
public record MarketOpinions(String symbol, Instant asOf, List<MarketOpinion> opinions) {

    /** What an opinion does. */
    public enum OpinionRole {
        /** Objects to buying or selling; it never speaks for a side. */
        ADVISOR,
        /** Confirms, reduces or vetoes the side the other models agree on. */
        OVERLAY
    }

    /** Whether an opinion counts. */
    public enum OpinionState {
        /** It counts. */
        FRESH,
        /** It is shown, and counts no more. */
        STALE,
        /** There is none. */
        ABSENT
    }

    /**
     * What one language model says, or why it says nothing.
     *
     * @param provider such as {@code anthropic}
     * @param model that answered, or would be asked
     * @param role what its opinion does
     * @param timeframe of the candles it was shown; absent when it was shown none of the symbol
     * @param state whether the opinion counts
     * @param side position it was asked about; absent of an advisor, which speaks for no side
     * @param verdict on that side; absent of an advisor
     * @param confidence how sure it is, 0 to 1; absent of an advisor, which is not asked for it
     * @param sizeFraction share of the size it leaves, 0 to 1; absent of an advisor
     * @param objectionToBuy 0 (none) to 1 (veto); absent of the overlay
     * @param objectionToSell 0 (none) to 1 (veto); absent of the overlay
     * @param rationale why, in its own words
     * @param askedAt when it was asked; of the overlay the close of the bar it was asked about
     * @param ageSeconds since then
     * @param validUntil moment from which on the opinion is stale; absent without one
     * @param missing why no fresh opinion is here; absent of a fresh one. Codes are {@link SignalReason} constants
     */
    public record MarketOpinion(
            String provider,
            String model,
            OpinionRole role,
            @Nullable Timeframe timeframe,
            OpinionState state,
            @Nullable PositionSignal side,
            @Nullable OpinionVerdict verdict,
            @Nullable Double confidence,
            @Nullable Double sizeFraction,
            @Nullable Double objectionToBuy,
            @Nullable Double objectionToSell,
            @Nullable String rationale,
            @Nullable Instant askedAt,
            @Nullable Long ageSeconds,
            @Nullable Instant validUntil,
            @Nullable Reason missing) {}
}
