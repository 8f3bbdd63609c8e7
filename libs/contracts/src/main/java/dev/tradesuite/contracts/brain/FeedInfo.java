package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of bars, as {@code GET /api/v1/brain/feeds} lists it.
 *
 * @param name of the feed in the settings
 * @param adapter {@code simulated}, {@code replay} or {@code twelve-data}
 * @param timeframe of its bars
 * @param label of what it brings
 * @param state what it does now
 * @param lastError what went wrong last, without secrets; absent when nothing has since the last good answer
 * @param reason why it has ended; absent while it has not
 * @param symbols each symbol's newest bar
 */
public record FeedInfo(
        String name,
        String adapter,
        Timeframe timeframe,
        RunLabel label,
        FeedState state,
        @Nullable String lastError,
        @Nullable String reason,
        List<FeedSymbol> symbols) {

    /** What a feed does. */
    public enum FeedState {
        /** Not begun yet. */
        STARTING,
        /** Fetches bars that are missing. */
        CATCHING_UP,
        /** Brings bars as they close. */
        RUNNING,
        /** Its markets are closed. */
        MARKET_CLOSED,
        /** Its source does not answer, or refuses; it is asked again after a pause. */
        FAILING,
        /** Somebody has to mend it, such as a file that is not there; it is tried again every few minutes. */
        FAILED,
        /** Its source has no further bars. */
        ENDED
    }

    /**
     * A symbol of a feed.
     *
     * @param symbol instrument
     * @param lastBar open time of the newest stored bar; absent without any
     * @param ageSeconds since that bar closed; absent without any
     * @param barsMissing bars that should have come since: of open market hours, or of the file of a replay; without
     *     any stored bar since the begin of the history; absent when that cannot be known now
     */
    public record FeedSymbol(
            String symbol, @Nullable Instant lastBar, @Nullable Long ageSeconds, @Nullable Long barsMissing) {}
}
