package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The newest signal a follower has heard.
 *
 * @param bar close of its bar
 * @param price close of its bar
 * @param shareVersion version of the capital the holding was last sized by
 * @param unsettled whether it holds what the model does not want, because a close was not followed
 */
public record FollowedSignal(
        FollowerKey key,
        String symbol,
        Timeframe timeframe,
        Instant bar,
        BigDecimal price,
        ModelBar.Wish wish,
        long shareVersion,
        boolean unsettled) {

    /** The first that is heard. */
    static FollowedSignal first(FollowerKey key, ModelBar bar, ModelBar.Wish wish, long shareVersion) {
        return new FollowedSignal(
                key, bar.symbol(), bar.timeframe(), bar.close(), bar.price(), wish, shareVersion, false);
    }

    /** The same follower after another bar. */
    FollowedSignal after(ModelBar next, ModelBar.Wish said) {
        return new FollowedSignal(
                key, symbol, next.timeframe(), next.close(), next.price(), said, shareVersion, unsettled);
    }

    /** The same, its holding sized by a version of the capital. */
    FollowedSignal sizedBy(long version) {
        return new FollowedSignal(key, symbol, timeframe, bar, price, wish, version, unsettled);
    }

    /** The same, holding what the model does not want, or not. */
    FollowedSignal unsettled(boolean now) {
        return new FollowedSignal(key, symbol, timeframe, bar, price, wish, shareVersion, now);
    }

    /** Whether a bar is news: later, and not longer than the shortest that was heard. */
    boolean isBefore(ModelBar next) {
        return next.close().isAfter(bar) && next.timeframe().compareTo(timeframe) <= 0;
    }

    /** Whether it is at most one bar old. */
    boolean isFresh(Instant now) {
        return !now.isAfter(bar.plus(timeframe.length()));
    }
}
